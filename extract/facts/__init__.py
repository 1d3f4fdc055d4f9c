"""What the blocks mean."""

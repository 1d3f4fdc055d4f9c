"""What print means: pure functions on text."""

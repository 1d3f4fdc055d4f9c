"""The law, usable alone: one pandera model for each output table."""

"""Published performance reports (PDF) to tidy, checked data."""

__version__ = "0.1.0"

"""PDF bytes to page records."""

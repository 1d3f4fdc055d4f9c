"""Questions asked of one report's data."""

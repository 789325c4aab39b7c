"""What comes from the web: fetching it, and the archive it is kept in."""

"""Web pages: files, saved complete, and in one file."""

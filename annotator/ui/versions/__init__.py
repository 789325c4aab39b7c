"""The versions of an article, and what differs between two of them."""

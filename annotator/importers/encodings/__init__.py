"""Bytes to text: which encoding they are in, and how sure that is."""

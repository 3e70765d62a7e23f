"""Searching everything that one may see (docs/search.md)."""

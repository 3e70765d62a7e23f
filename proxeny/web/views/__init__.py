"""Kept views of lists: keeping, naming, sharing, pinning, putting away."""

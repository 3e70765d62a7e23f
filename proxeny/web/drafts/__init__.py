"""Drafts of the one who writes."""

"""Proxeny 话事人: raw records in, this morning's docket out."""

__version__ = "0.1.0"

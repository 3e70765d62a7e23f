"""The conversation of a case, and writing in it."""

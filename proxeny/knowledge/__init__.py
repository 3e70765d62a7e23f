"""Articles: what we know, for those who come after."""

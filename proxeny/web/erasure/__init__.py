"""Orders to erase, and for how long records are kept."""

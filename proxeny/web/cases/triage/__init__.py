"""What a case may be, by what is remembered."""

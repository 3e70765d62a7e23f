"""What is understood of a case: who stands behind it, what it is, how it looks from two sides."""

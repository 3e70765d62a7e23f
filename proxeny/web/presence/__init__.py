"""Who else has the same thing open."""

"""The pages of what was given away."""

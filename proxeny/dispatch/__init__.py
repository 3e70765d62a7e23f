"""Orders to inner teams, and what the teams do with them."""

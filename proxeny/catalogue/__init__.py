"""Products and modules, who needs and excludes whom, and which team is asked for what."""

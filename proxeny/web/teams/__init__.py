"""The pages of the record of teams."""

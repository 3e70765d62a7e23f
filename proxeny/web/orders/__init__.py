"""The pages of orders to teams."""

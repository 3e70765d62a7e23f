"""Consumption: reading files into daily facts, storing them column-wise, asking questions of them."""

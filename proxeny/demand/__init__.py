"""Defects and requests: what customers need of the product."""

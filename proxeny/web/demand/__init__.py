"""Defects and requests on the screen."""

"""Promises on the screen."""

"""Colleagues, their roles and teams."""

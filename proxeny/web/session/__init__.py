"""Signing in, and the language before it."""

"""Benches: each a program of its own, run in a home that is thrown away."""

"""Bundles of evidence: one file with entries, their texts, and the proof that they stand in the ledger.

Whoever has the file verifies it without this program's server, tables and settings: all but `gathering` is pure.
"""

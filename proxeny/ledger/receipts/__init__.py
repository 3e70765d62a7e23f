"""Receipts: one entry of the record with the proof that it stands there, for somebody outside to keep.

Whoever has one verifies it without this program's server, tables and settings, and can convict whoever changes the record
later. All but `making` is pure.
"""

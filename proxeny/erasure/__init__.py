"""Erasing a person, or a customer after its contracts, by law: ordered by one, confirmed by another; and how long is kept.

`asking` and `deciding` are the verbs of people; `carrying_out` is the worker's: rows in one transaction, then files, then
what the database keeps of removed rows. Nothing here ever erases without an order that two people stand behind.
"""

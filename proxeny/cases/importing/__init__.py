"""Cases out of other systems: read as neutral histories, compared with what stands, kept, and taken back.

`reading.read_cases` → histories (`history.History`) and what was wrong with which row; nothing in the reading writes.
"""

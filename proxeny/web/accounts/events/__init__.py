"""What else happened at a customer, as rows of marks under its consumption.

A new sort of thing is one file in this folder: it holds a function from the dossier to an `EventRow`, under
`@event_row(place)`. It is found by itself; `place` says how far down the row stands.
"""

from proxeny.web.accounts.events.registry import event_row, rows

__all__ = ["event_row", "rows"]

"""The panels beside a case's conversation.

A new one is one file in this folder: a function from the `Reader` to what its template reads, or None where it has no place
for this reader, under `@panel(place, key, template)`. It is found by itself; `place` says how far down it stands. With
`later=True` it is fetched when it is seen.
"""

from proxeny.web.cases.panels.registry import Panel, Shown, panel, panel_of, panels

__all__ = ["Panel", "Shown", "panel", "panel_of", "panels"]

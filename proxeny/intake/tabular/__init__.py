"""Files of rows that nobody prepared: opened by content, read row by row, understood cell by cell, handed
back with reasons.

`opening.open_source` → `headers.match_header` → `interpreting.interpret` → `returning` for what was refused.
"""

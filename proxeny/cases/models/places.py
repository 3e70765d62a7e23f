"""The bounds of the places in the queue (`cases.placing` says how they are reckoned)."""

A_DAY = 10**12
UNDATED = 5_000_000 * A_DAY
"""From here on: open, and nothing is due."""
ENDED = 6_000_000 * A_DAY
"""From here on: closed, or merged into another."""
MERGED = ENDED + 10**11
"""From here on: merged into another."""

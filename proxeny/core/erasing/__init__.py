"""Erasing by law, as far as no package knows more: what is sought, what a table may hold, going through it, and what remains.

Each package says in its `erasing.py` what its tables hold of people (`Held`) and why a column holds nothing (`never`);
`proxeny.erasure` carries orders out. A test holds every text column of every table to one of the two.
"""

from proxeny.core.erasing.held import ACTOR, CODE, COLLEAGUE, OURS, PRODUCT, REFERENCE, SUM, Held
from proxeny.core.erasing.mark import mark
from proxeny.core.erasing.sought import Sought

__all__ = ["ACTOR", "CODE", "COLLEAGUE", "OURS", "PRODUCT", "REFERENCE", "SUM", "Held", "Sought", "mark"]

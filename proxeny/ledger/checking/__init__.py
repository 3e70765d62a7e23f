"""Checking a ledger, pure: lines in, breaks out. The same for the tables, for a bundle, and for a copy in anybody's hands."""

from proxeny.ledger.checking.breaks import Break, Kind
from proxeny.ledger.checking.heads import check_heads, read
from proxeny.ledger.checking.rows import Row, Witnessed
from proxeny.ledger.checking.walking import Walk

__all__ = ["Break", "Kind", "Row", "Walk", "Witnessed", "check_heads", "read"]

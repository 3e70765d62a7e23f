"""Where heads go: to people and places that nobody with access to this database can change.

A new place is one file here with an `Anchor`, and one line below.
"""

from proxeny.ledger.anchors.anchor import Anchor, Unreachable
from proxeny.ledger.anchors.file import FILE
from proxeny.ledger.anchors.git import GIT
from proxeny.ledger.anchors.mail import MAIL
from proxeny.ledger.anchors.rfc3161 import RFC3161

ANCHORS: tuple[Anchor, ...] = (MAIL, FILE, GIT, RFC3161)

__all__ = ["ANCHORS", "Anchor", "Unreachable"]

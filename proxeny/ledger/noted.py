"""Whether an open entry is about a row, asked in the very question by which the row is loaded."""

from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat

from proxeny.ledger.models import Subject
from proxeny.ledger.models.entry import Visibility


def is_noted(kind: str) -> Exists:
    """Return the condition that an open entry is about the row, which the record calls `kind:number`."""
    own = Concat(Value(f"{kind}:"), Cast(OuterRef("pk"), CharField()))
    return Exists(Subject.objects.filter(reference=own, entry__visibility=Visibility.OPEN))

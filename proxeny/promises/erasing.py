"""What this package holds of a customer's people: to whom something was said, and in what words."""

from django.db.models import Q

from proxeny.core.erasing import CODE, REFERENCE, Held
from proxeny.core.sentences import N_
from proxeny.promises.models import Concession, ConcessionLimit, MovedDate, Promise

PROMISES = N_("promises")

HELD = (
    Held(
        Promise, kind=PROMISES, texts=("what", "by_name", "to_name", "proof", "withdrawn_because"),
        account="account", reference="promise", secret=Q(in_confidence=True), never={"source": REFERENCE},
    ),
    Held(
        MovedDate, kind=PROMISES, texts=("word", "word_of"), named=("word_of",), said=("word", "word_of"),
        account="promise__account", secret=Q(promise__in_confidence=True),
    ),
    Held(
        Concession, kind=N_("concessions"), texts=("what", "by_name", "to_name", "decided_because", "withdrawn_because"),
        account="account", reference="concession", secret=Q(in_confidence=True),
        never={"currency": CODE, "source": REFERENCE},
    ),
    Held(ConcessionLimit, never={"currency": CODE}),
)  # fmt: skip

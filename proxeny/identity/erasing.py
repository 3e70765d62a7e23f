"""What the tables of this package may hold of a customer's people: those about colleagues nothing, looks by exception some."""

from django.db.models import Q

from proxeny.core.erasing import ACTOR, COLLEAGUE, OURS, Held
from proxeny.core.sentences import N_
from proxeny.identity.models import Admission, AdmissionLook, RoleGrant, Staff, Team

LOOKS = N_("looks by exception")

_OF_STAFF = (
    "password", "username", "email", "name", "language", "time_zone", "hints_put_away",
)  # fmt: skip

HELD = (
    Held(Staff, never=dict.fromkeys(_OF_STAFF, COLLEAGUE)),
    Held(RoleGrant, never={"granted_by": ACTOR, "ended_by": ACTOR}),
    Held(Team, never={"name": COLLEAGUE}),
    Held(
        Admission, kind=LOOKS, texts=("reason", "decided_because"), account="account", reference="admission",
        never={"decision": OURS},
    ),
    Held(
        AdmissionLook, kind=LOOKS, texts=("address",), account="admission__account", secret=Q(pk__isnull=False),
    ),
)  # fmt: skip

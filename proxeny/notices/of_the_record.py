"""Telling people of the record itself: that it does not hold, and that no head of it gets out any more."""

from collections.abc import Collection

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.ledger.checking.saying import KINDS
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.models import Choice
from proxeny.notices.telling import tell

BREAKS, FAILS = "record.breaks", "record.anchor-fails"
RECORD = Reference("record", "ledger")
ADDRESS = "/ledger/"
ANSWERS_FOR_IT = (Role.OWNER, Role.LEAD, Role.AUDITOR)


def _sees(*roles: Role) -> kinds.Sees:
    def sees(actor: Actor, about: Collection[str]) -> Collection[str]:
        return about if actor.holds(*roles) else []

    return sees


kinds.register(
    NoticeKind(
        BREAKS,
        N_("The record does not hold"),
        N_(
            "Verifying found an entry that was changed, removed or put in. The owner, leads and the auditor are told."
        ),
        _sees(*ANSWERS_FOR_IT),
        way=Choice.Way.ALWAYS,
        is_urgent=True,
        concerns=lambda actor: actor.holds(*ANSWERS_FOR_IT),
    ),
    NoticeKind(
        FAILS,
        N_("Heads of the record do not get out"),
        N_(
            "For a day or longer no head could be laid at one of the places that hold us to the record. The owner is told."
        ),
        _sees(Role.OWNER),
        is_urgent=True,
        concerns=lambda actor: actor.holds(Role.OWNER),
    ),
)
BROKE = N_(
    "The record does not hold. The first place is entry %(entry)s, %(kind)s. Change nothing, keep a copy of the database, and "
    "compare with a head that somebody outside keeps."
)
STUCK = N_("No head of the record could be laid at %(anchor)s %(to)s since %(since)s: %(reason)s")
ANSWERS = Sentence(N_("because you answer for the record"))
OWNS = Sentence(N_("because the installation is yours"))


def breaks(said: dict[str, object]) -> None:
    """Tell who answers for the record that it does not hold; once of each place."""
    kind, entry = str(said["kind"]), said["sequence"]
    words = {"pattern": KINDS[kind]} if kind in KINDS else kind
    _tell(
        ANSWERS_FOR_IT,
        BREAKS,
        Sentence(BROKE, {"entry": entry, "kind": words}),
        ANSWERS,
        f"record:ledger/{entry}/{kind}",
    )


def anchor_fails(said: dict[str, object]) -> None:
    """Tell the owner that a place has taken no head for a day; once, until it has taken one again."""
    since = parse_datetime(str(said["since"]))
    values = {name: said[name] for name in ("anchor", "to", "reason")}
    at = f"{timezone.localtime(since):%Y-%m-%d %H:%M}"
    key = f"record:ledger/{said['anchor']}/{said['since']}"
    _tell((Role.OWNER,), FAILS, Sentence(STUCK, {**values, "since": at}), OWNS, key)


def _tell(roles: Collection[Role], kind: str, text: Sentence, reason: Sentence, key: str) -> None:
    people = Staff.objects.filter(grants__role__in=roles, grants__ended_at=None, is_active=True).distinct()
    tell(people, kind=kind, about=RECORD, text=text, reason=reason, key=key, address=ADDRESS)

"""Telling colleagues that a customer is theirs now, or no longer, and with whom they share it."""

from collections.abc import Callable, Collection, Mapping

from django.db.models import Q

from proxeny.accounts import access
from proxeny.accounts.models import Account
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, Role, may
from proxeny.notices import kinds, settling
from proxeny.notices.kinds import NoticeKind, Sees
from proxeny.notices.telling import take_back, tell

YOURS, SHARED, UNSPOKEN = "account.yours", "account.shared", "account.unspoken"
Changes = Mapping[str, Mapping[str, str | None]]


def who_sees(area: Area) -> Sees:
    """Return the check for notices about customers: only those of which the actor may read this part."""

    def sees(actor: Actor, about: Collection[str]) -> Collection[str]:
        numbers = {int(Reference.parse(one).key): one for one in about}
        found = access.accounts(actor, area).filter(pk__in=numbers)
        return [numbers[number] for number in found.values_list("pk", flat=True)]

    return sees


def has_own(area: Area) -> Callable[[Actor], bool]:
    """Return the check for kinds about one's own customers: who has any, or can be given some, and may read this part."""

    def concerns(actor: Actor) -> bool:
        own = Q(spokesperson=actor.staff_id) | Q(sales=actor.staff_id)
        can_be_given = actor.holds(Role.SPOKESPERSON, Role.SALES)
        return may(actor, area) and (can_be_given or Account.objects.filter(own).exists())

    return concerns


def _answers(actor: Actor) -> bool:
    return actor.holds(Role.LEAD) and may(actor, Area.PEOPLE)


def _answers_for_all(actor: Actor, about: Collection[str]) -> Collection[str]:
    return about if _answers(actor) else []


kinds.register(
    NoticeKind(
        YOURS,
        N_("Customers given to you or taken from you"),
        N_("You speak for a customer or sell to it from now on, or no longer do."),
        kinds.always_seen,
        concerns=has_own(Area.DOSSIER),
    ),
    NoticeKind(
        SHARED,
        N_("Who shares your customers"),
        N_("Somebody else sells to a customer you speak for, or speaks for one you sell to, or nobody does."),
        who_sees(Area.DOSSIER),
        concerns=has_own(Area.DOSSIER),
    ),
    NoticeKind(
        UNSPOKEN,
        N_("Customers left behind"),
        N_(
            "A colleague has left who spoke for customers: somebody has to take them over. Only leads are told."
        ),
        _answers_for_all,
        is_urgent=True,
        concerns=_answers,
    ),
)
GIVEN = {
    "spokesperson": N_("%(who)s gave you %(account)s: you speak for it now."),
    "sales": N_("%(who)s gave you %(account)s: you sell to it now."),
}
TAKEN = {
    ("spokesperson", True): N_("You no longer speak for %(account)s; %(other)s does."),
    ("spokesperson", False): N_("You no longer speak for %(account)s; nobody does yet."),
    ("sales", True): N_("You no longer sell to %(account)s; %(other)s does."),
    ("sales", False): N_("You no longer sell to %(account)s; nobody does yet."),
}
SHARE = {
    ("spokesperson", True): N_("%(other)s speaks for %(account)s now."),
    ("spokesperson", False): N_("Nobody speaks for %(account)s any more."),
    ("sales", True): N_("%(other)s sells to %(account)s now."),
    ("sales", False): N_("Nobody sells to %(account)s any more."),
}
BECAUSE = {
    "spokesperson": Sentence(N_("because you speak for this customer")),
    "sales": Sentence(N_("because you sell to this customer")),
}
UNTIL_NOW = {
    "spokesperson": Sentence(N_("because you spoke for this customer until now")),
    "sales": Sentence(N_("because you sold to this customer until now")),
}
LEFT_ONE = N_("%(name)s has left and spoke for 1 customer. Nobody who is here does now.")
LEFT_SOME = N_("%(name)s has left and spoke for %(count)s customers. Nobody who is here does now.")


def assigned(account: Account, changes: Changes, *, by: Actor, entry: int, takes_back: object = None) -> None:
    """Tell who speaks for the customer or sells to it, was it until now, or shares it, as far as `changes` touch that.

    `changes` has colleagues by their references; `entry` is its line of the ledger, and `takes_back` that of the change
    it undoes: whoever has not read of that one is not told of either.
    """
    for part in ("spokesperson", "sales"):
        if change := changes.get(part):
            before, after = _colleague(change["before"]), _colleague(change["after"])
            spared = {
                side: take_back(f"entry:{takes_back}/{part}/{side}") if takes_back else set()
                for side in ("given", "taken", "shared")
            }
            if before:
                settling.withdraw_unseen(before)
            _told(account, part, before, after, by, f"entry:{entry}/{part}", spared)


def _told(
    account: Account,
    part: str,
    before: Staff | None,
    after: Staff | None,
    by: Actor,
    key: str,
    spared: Mapping[str, set[int]],
) -> None:
    values = {"who": by.name, "account": account.name, "other": after.name if after else ""}
    other_part = "sales" if part == "spokesperson" else "spokesperson"
    partner: Staff | None = getattr(account, other_part)
    if partner in (before, after):
        partner = None
    told: list[tuple[str, str, Staff | None, Sentence, Sentence, set[int]]] = [
        ("given", YOURS, after, Sentence(GIVEN[part], values), BECAUSE[part], spared["taken"]),
        (
            "taken",
            YOURS,
            before,
            Sentence(TAKEN[part, bool(after)], values),
            UNTIL_NOW[part],
            spared["given"],
        ),
        (
            "shared",
            SHARED,
            partner,
            Sentence(SHARE[part, bool(after)], values),
            BECAUSE[other_part],
            spared["shared"],
        ),
    ]
    for side, kind, person, text, reason, without in told:
        people = [person] if person and person.pk not in without else []
        tell(people, kind=kind, about=account.record, text=text, reason=reason, key=f"{key}/{side}", by=by)


def left_behind(said: dict[str, object]) -> None:
    """Tell the leads for how many customers a colleague spoke who has left; nobody, where it was none."""
    gone = Staff.objects.get(pk=str(said["staff"]))
    count = Account.objects.filter(spokesperson=gone, left_on=None).count()
    if count:
        pattern = LEFT_ONE if count == 1 else LEFT_SOME
        leads = Staff.objects.filter(grants__role=Role.LEAD, grants__ended_at=None, is_active=True)
        tell(
            [lead for lead in leads.distinct() if lead.reference != said["by"]],
            kind=UNSPOKEN,
            about=references.to("staff", gone.pk),
            text=Sentence(pattern, {"name": gone.name, "count": count}),
            reason=Sentence(N_("because you lead")),
            key=f"entry:{said['entry']}",
        )


def _colleague(reference: str | None) -> Staff | None:
    return Staff.objects.filter(pk=Reference.parse(reference).key).first() if reference else None

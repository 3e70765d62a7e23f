"""What the catalogue hands in to the docket: what nobody owns, teams that cannot answer, turns that have left.

None of it is one customer's; it is for who leads.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from proxeny.catalogue.gaps import Gap, Weak, gaps, left_turns, weak_teams
from proxeny.core.findings import Cause, Evidence, Finding, Verb
from proxeny.core.sentences import N_, Sentence

FOR_ALL = (Verb.SNOOZE, Verb.DISMISS, Verb.OPEN)
NOBODY = N_("Nobody is asked when something is wrong with %(product)s: no team owns it.")
ONLY_SYMPTOMS = N_("Nobody is asked for %(product)s as a whole: teams are named for some symptoms only.")
MODULES = N_("Nobody is asked for %(modules)s of %(product)s.")
NO_MEMBERS = N_("%(team)s is asked when something is wrong, but nobody belongs to it.")
NO_HEAD = N_("%(team)s is asked when something is wrong, but it has no head: there is nobody to complain to.")
TURN_LEFT = N_(
    "%(name)s is on duty for %(team)s from %(day)s on, but no longer belongs to it: nobody will answer."
)
OWNED = N_("%(team)s is asked for: %(symptoms)s")
IN_CATALOGUE = N_("%(product)s in the catalogue")
MANY = N_("Nobody is asked when something is wrong with %(count)s products, or parts of them.")
SOON = timedelta(days=3)
MOST, MOST_NAMED = 3, 8


def unowned(on: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield one finding for each product that is sold and has a gap, or whose modules have; one for all where they are many."""
    found = gaps()
    if len(found) > MOST:
        yield _unowned_at_large(found)
        return
    for gap in found:
        # Another module without an owner is another matter: its number is part of the cause.
        bare = "/".join(str(one.pk) for one in gap.modules)
        yield Finding(
            kind="ownership-gap",
            account_id=None,
            cause=Cause(f"ownership-gap/{gap.product.pk}/{bare}"),
            sentence=_gap_said(gap),
            evidence=tuple(_owned(gap)),
            doubt=0.2,
            verbs=FOR_ALL,
        )


def teams_without(on: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield one finding for each team that is asked for something and has no members, or no head."""
    for weak in weak_teams():
        yield Finding(
            kind="team-gap",
            account_id=None,
            cause=Cause(f"team-gap/{weak.team.pk}/{'head' if weak.has_members else 'members'}"),
            sentence=Sentence(NO_HEAD if weak.has_members else NO_MEMBERS, {"team": weak.team.name}),
            evidence=(_asked(weak),),
            doubt=0.2,
            verbs=FOR_ALL,
        )


def rotas_that_left(on: date) -> Iterator[Finding]:
    """Yield one finding for each team with a turn, within two weeks, of somebody who no longer belongs to it."""
    for left in left_turns(on):
        values = {"name": left.staff.name, "team": left.team.name, "day": _day(left.turn.first)}
        yield Finding(
            kind="rota-gap",
            account_id=None,
            cause=Cause(f"rota-gap/{left.team.pk}/{left.staff.pk}", left.turn.first),
            sentence=Sentence(TURN_LEFT, values),
            evidence=(
                Evidence(Sentence(N_("The rota of %(team)s"), values), f"team:{left.team.pk}", "neither"),
            ),
            due=max(left.turn.first, on),
            doubt=0.0 if left.turn.first - on <= SOON else 0.2,
            verbs=FOR_ALL,
        )


def _unowned_at_large(found: list[Gap]) -> Finding:
    values = {"count": {"type": "number", "value": len(found)}}
    return Finding(
        kind="ownership-gap",
        account_id=None,
        cause=Cause("ownership-gap/many", None, float(len(found))),
        sentence=Sentence(MANY, values),
        evidence=tuple(
            Evidence(_gap_said(gap), str(gap.product.record), "for") for gap in found[:MOST_NAMED]
        ),
        doubt=0.2,
        verbs=FOR_ALL,
    )


def _gap_said(gap: Gap) -> Sentence:
    values = {"product": gap.product.name}
    if gap.modules:
        return Sentence(MODULES, {**values, "modules": ", ".join(one.name for one in gap.modules)})
    return Sentence(ONLY_SYMPTOMS if gap.owned else NOBODY, values)


def _owned(gap: Gap) -> Iterator[Evidence]:
    record = str(gap.product.record)
    if not gap.owned:
        yield Evidence(Sentence(IN_CATALOGUE, {"product": gap.product.name}), record, "neither")
    for row in gap.owned:
        values = {"team": row.team.name, "symptoms": ", ".join(row.symptoms)}
        yield Evidence(Sentence(OWNED, values), record, "neither")


def _asked(weak: Weak) -> Evidence:
    values = {"team": weak.team.name, "count": {"type": "number", "value": weak.asked_for}}
    return Evidence(
        Sentence(N_("%(team)s stands in %(count)s lines of who is asked for what"), values),
        f"team:{weak.team.pk}",
        "neither",
    )


def _day(day: date) -> dict[str, str]:
    return {"type": "date", "date": day.isoformat()}

"""A year of 鲁班建材 as events with their days, so that any morning can be lived up to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import numpy as np

from proxeny.accounts import contacting
from proxeny.accounts.models import Contact, Talk, TalkPoint
from proxeny.accounts.talks import noting, saying
from proxeny.cases import classifying, merging, proposing, solving
from proxeny.cases.models import Classification, Proposal
from proxeny.cases.models.words import Kind, Severity
from proxeny.cases.opening import Opening, open_case
from proxeny.core import clock
from proxeny.judgement import sweeping
from proxeny.promises import keeping, promising
from tests.cast import Cast
from tests.usage.bills import Row, bring_in, written

FIRST, LAST = date(2026, 1, 5), date(2026, 11, 20)


@dataclass
class World:
    """The cast, and what has happened to it by name."""

    vendor: Cast
    made: dict[str, Any] = field(default_factory=dict)


Event = tuple[date, Callable[[World], None]]


def _open(name: str, title: str, severity: Severity = Severity.NORMAL) -> Callable[[World], None]:
    def happens(world: World) -> None:
        opening = Opening(title=title, text=title, severity=severity)
        world.made[name] = open_case(world.vendor.luban, opening, by=world.vendor.actor("zhou"))

    return happens


def _path(name: str, due: date) -> Callable[[World], None]:
    def happens(world: World) -> None:
        way = proposing.Way(Proposal.Sort.PATH, "先分两批导", owner_name="王工", due_on=due)
        world.made[f"{name} path"] = proposing.propose(world.made[name], way, by=world.vendor.actor("zhou"))

    return happens


def _contact(name: str, **more: str) -> Callable[[World], None]:
    def happens(world: World) -> None:
        fields = {"name": name, **more}
        world.made[name] = contacting.add(world.vendor.luban, fields, by=world.vendor.actor("zhou"))

    return happens


def _sponsor(name: str) -> Callable[[World], None]:
    """Who carries us there is only known from imports."""

    def happens(world: World) -> None:
        _contact(name, part="it")(world)
        Contact.objects.filter(pk=world.made[name].pk).update(is_sponsor=True, influence=4)
        world.made[name].refresh_from_db()

    return happens


def _promise(name: str, due: date) -> Callable[[World], None]:
    def happens(world: World) -> None:
        world.made[name] = promising.promise(
            world.vendor.luban,
            what=name,
            due_on=due,
            to_name="李工",
            by_name="周雨",
            by=world.vendor.actor("zhou"),
        )

    return happens


def _talk(name: str) -> Callable[[World], None]:
    def happens(world: World) -> None:
        pan = world.vendor.actor("pan")
        talk = noting.note(world.vendor.luban, held_on=clock.today(), by=pan, kind=Talk.Kind.CALL)
        saying.say(talk, TalkPoint.Kind.COMPLAINT, "对账还是要三天", by=pan)
        world.made[name] = talk

    return happens


def _with(name: str, does: Callable[[Any, World], object]) -> Callable[[World], None]:
    return lambda world: (does(world.made[name], world), None)[1]


EVENTS: list[Event] = [
    (date(2026, 1, 6), _sponsor("李工")),
    (date(2026, 1, 7), _contact("赵会计", part="user")),
    (date(2026, 2, 3), _open("export", "导出超时")),
    (date(2026, 2, 9), _path("export", date(2026, 3, 1))),
    (date(2026, 3, 2), _promise("三月底修好导出", date(2026, 3, 31))),
    (date(2026, 3, 20), _with("export", lambda case, world: solving.solve(
        case, how="换了分页", word="可以了", reason="电话里说的", by=world.vendor.actor("zhou")))),
    (date(2026, 4, 15), _with("三月底修好导出", lambda promise, world: keeping.keep(
        promise, proof="2.3 版已上线", by=world.vendor.actor("zhou")))),
    (date(2026, 5, 11), _talk("call in May")),
    (date(2026, 6, 1), _with("export", lambda case, world: solving.reopen(
        case, reason="月底又超时", by=world.vendor.actor("zhou")))),
    (date(2026, 6, 8), _open("slow", "对账很慢", Severity.HIGH)),
    (date(2026, 6, 9), _open("slow again", "对账慢，又来")),
    (date(2026, 6, 20), _with("slow again", lambda case, world: merging.merge(
        case, world.made["slow"], by=world.vendor.actor("zhou")))),
    (date(2026, 7, 2), _promise("八月前给对账方案", date(2026, 7, 31))),
    (date(2026, 8, 12), _with("slow", lambda case, world: classifying.classify(
        case, Classification.Of.KIND, Kind.BROKEN_PROMISE, by=world.vendor.actor("zhou")))),
    (date(2026, 9, 1), _path("slow", date(2026, 9, 30))),
    (date(2026, 10, 13), _with("李工", lambda contact, world: contacting.change(
        contact, {"left_on": "2026-10-13"}, by=world.vendor.actor("zhou")))),
]  # fmt: skip


def consumption(until: date) -> list[Row]:
    """鲁班建材 consumes on two meters up to the day before `until`; one of them stops in August, the other falls in October."""
    noise = np.random.default_rng(7).normal(1, 0.03, 700)
    rows = []
    for number in range((min(until, LAST) - FIRST).days):
        day = date.fromordinal(FIRST.toordinal() + number)
        weekday = 0.5 if day.weekday() > 4 else 1.0
        disk = 300.0 if day < date(2026, 10, 1) else 150.0
        rows.append(("LB-01", "disk", day, disk * weekday * noise[number]))
        if day < date(2026, 8, 3):
            rows.append(("LB-01", "seats", day, 80.0))
    return rows


def live(vendor: Cast, until: date, folder: Path) -> World:
    """Let everything happen that happens before the day `until`."""
    world = World(vendor)
    for day, happens in EVENTS:
        if day < until:
            with clock.at(datetime.combine(day, time(6), UTC)):
                happens(world)
    bring_in(written(folder / f"until-{until}.csv", consumption(until)))
    return world


def swept(on: date) -> None:
    """Sweep the consumption as of that morning."""
    sweeping.keep(sweeping.compute(on))

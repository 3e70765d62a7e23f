"""From a file to a problem, or to all that is wrong with it."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from proxeny.analytics.options import Invalid, compose, read
from proxeny.analytics.options.problem import Pace, Problem

EXAMPLES = Path(__file__).resolve().parents[3] / "docs" / "options"


def document(**more: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "currency": "CNY",
        "needed": [{"id": "close"}],
        "modules": [{"id": "report", "provides": ["close"], "days": 8, "cost": 100}],
    }
    return found | more


def wrongs(**more: Any) -> list[str]:
    with pytest.raises(Invalid) as caught:
        read(document(**more))
    return [str(one) for one in caught.value.wrongs]


def example(name: str) -> Problem:
    return read(json.loads((EXAMPLES / name).read_text("utf-8"), parse_float=Decimal))


def test_what_is_not_said_is_assumed() -> None:
    problem = read(document())
    assert problem.pace is Pace.ONE_AFTER_ANOTHER
    assert (problem.needed[0].name, problem.needed[0].weight) == ("close", 1)
    assert problem.account.budget is None
    assert problem.places == 0


def test_amounts_are_exact() -> None:
    problem = read(
        document(
            modules=[{"id": "report", "cost": Decimal("0.1")}, {"id": "interface", "cost": 0.2}],
            account={"budget": Decimal("19999.99")},
        )
    )
    assert problem.places == 2
    assert [one.cost for one in problem.modules] == [10, 20]
    assert problem.account.budget == 1_999_999


def test_risk_is_a_chance_or_a_level() -> None:
    modules = [{"id": str(risk), "risk": risk} for risk in ("low", "middle", "high", 0.2, Decimal("0.07"))]
    assert [one.risk for one in read(document(modules=modules)).modules] == [0.05, 0.15, 0.3, 0.2, 0.07]


def test_all_mistakes_of_form_are_said_at_once_with_their_places() -> None:
    modules = [
        {"id": "report", "days": -1, "cost": "9", "colour": 1, "editions": "full"},
        {"days": True, "risk": 1.5},
        {"id": "r", "risk": "huge"},
        {"id": "s", "risk": []},
        {"id": "", "needs": ["report", [], 3], "provides": ["a", "a"]},
        7,
    ]
    found = wrongs(currency="yuan", pace="fast", needed=[], modules=modules, account={"date": "30 June"})
    assert [one.partition(": ")[0] for one in found] == [
        "currency",
        "needed",
        "modules[0].days",
        "modules[0].cost",
        "modules[0].colour",
        "modules[0].editions",
        "modules[1].id",
        "modules[1].days",
        "modules[1].risk",
        "modules[2].risk",
        "modules[3].risk",
        "modules[4].id",
        "modules[4].needs[1]",
        "modules[4].needs[2]",
        "modules[4].provides[1]",
        "modules[5]",
        "pace",
        "account.date",
    ]
    assert "modules[0].cost: it must be a number" in found
    assert "modules[1].risk: it must be from 0 to 0.99" in found
    assert "modules[3].risk: it must be a number, or one of: low, middle, high" in found


def test_a_document_that_is_no_object_is_refused() -> None:
    nothing: list[object] = [[], "goal", None, 3]
    for one in nothing:
        with pytest.raises(Invalid, match="it must be an object"):
            read(one)


def test_names_that_lead_nowhere_are_said_with_their_places() -> None:
    modules = [
        {"id": "report", "needs": ["upload", ["close", "nothing"]], "excludes": ["report", "gone"]},
        {"id": "report", "editions": ["full"], "needs": ["report"]},
        {"id": "close", "provides": ["other"], "product": "data"},
    ]
    account = {
        "editions": {"mail": "full"},
        "upgrades": [
            {"product": "data", "edition": "full", "cost": 1},
            {"product": "data", "edition": "full", "cost": 2},
        ],
        "in_place": ["report"],
        "stay": ["close"],
        "never": ["report", "robot"],
    }
    found = wrongs(
        lines=[{"id": "a"}, {"id": "a"}],
        needed=[{"id": "close", "lines": ["b"]}],
        modules=modules,
        account=account,
    )
    assert found == [
        "lines[1].id: “a” is lines[0] already",
        "modules[1].id: “report” is modules[0] already",
        "needed[0].lines[0]: there is no line “b”",
        "modules[0].needs[0]: there is neither a module “upload” nor one that provides it",
        "modules[0].needs[1][1]: there is neither a module “nothing” nor one that provides it",
        "modules[0].excludes[1]: there is no module “gone”",
        "modules[0].excludes: a module cannot exclude itself",
        "modules[1].needs[0]: a module cannot need itself",
        "modules[1].product: say of which product the editions are",
        "modules[2].id: a capability is called “close”, too",
        "account.never[1]: there is no module “robot”",
        "account.stay[0]: “close” is not in place",
        "account.never[0]: “report” is in place already",
        "account.editions.mail: there is no module of a product “mail”",
        "account.upgrades[1].edition: “full” is had or offered already",
    ]


def test_amounts_finer_than_can_be_counted_are_refused() -> None:
    modules = [{"id": "report", "cost": Decimal("1.00001")}]
    assert wrongs(modules=modules) == ["modules[0].cost: it has more than 4 digits after the point"]


def test_the_example_that_works_has_everything_at_once_one_line_first_and_the_least() -> None:
    found = compose(example("reports.json"), seconds=30)
    assert {one.way for one in found.options} == {"whole", "phased", "least"}
    assert 2 <= len(found.options) <= 4
    assert found.is_complete


def test_the_example_that_does_not_says_date_edition_and_person() -> None:
    found = compose(example("reports-blocked.json"), seconds=30)
    assert not found.options
    (reason,) = found.reasons
    assert {str(one.kind) for one in reason.facts} == {"date", "edition", "person"}
    assert reason.capabilities == ("orders",)
    assert [one.changes[0].fact.kind for one in found.relaxations if one.changes] == [
        "person",
        "edition",
        "date",
    ]
    assert found.instead

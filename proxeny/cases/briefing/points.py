"""Which facts a reader's brief stands on, and what is still missing for it. Pure; in the language in force."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from proxeny.cases.briefing import phrases
from proxeny.cases.briefing.facts import Facts, Person
from proxeny.cases.briefing.readers import Reader
from proxeny.core import words


@dataclass(frozen=True, slots=True)
class Point:
    """One fact: its label, what is known, what it means that nothing is; `inside` is for our eyes, not for the text."""

    label: str
    text: str
    missing: str = ""
    inside: bool = False


def points(reader: Reader, facts: Facts) -> list[Point]:
    """Return the facts for that reader, what leads first."""
    return [one for one in POINTS[reader](facts) if one.text.strip() or one.missing]


def _product(facts: Facts) -> list[Point]:
    return [
        Point(_("Scene"), facts.words or facts.title),
        Point(
            _("Environment"),
            facts.environment,
            _("in which environment it is used: product cannot weigh it otherwise"),
        ),
        Point(_("For what"), facts.purpose, _("for what purpose: what the customer wants to reach with it")),
        Point(_("What they do today"), facts.does_today, _("what they do today, step by step, without it")),
        Point(
            _("Wanted effect"),
            phrases.list_of(facts.effect),
            _("what would have to be there to satisfy them"),
        ),
        Point(_("How they get by meanwhile"), facts.business.text),
    ]


def _sales(facts: Facts) -> list[Point]:
    return [
        Point(_("What they will hear from us"), phrases.way(facts), _("a way ahead: what, who, by when")),
        Point(_("A year"), _worth(facts)),
    ]


def _customer(facts: Facts) -> list[Point]:
    return [
        Point(
            _("business view"),
            facts.business.text,
            _("the answer from the side of the business, to lead with"),
        ),
        Point(_("product view"), facts.product.text, _("why the product is as it is")),
        Point(_("For what"), facts.purpose, _("for what purpose: what the customer wants to reach with it")),
        Point(_("What happens next"), phrases.way(facts), _("a way ahead: what, who, by when")),
    ]


def _boss(facts: Facts) -> list[Point]:
    return [
        Point(_("A year"), _worth(facts), _("what the customer is worth a year")),
        Point(_("Who decides"), _name(facts.decides), _("who decides there")),
        Point(_("Who pays"), _name(facts.pays), _("who pays there")),
        Point(_("What we do"), phrases.way(facts), _("a way ahead: what, who, by when")),
    ]


def _asks(facts: Facts) -> list[Point]:
    return [
        _who(_("Who asks"), facts.asks, _("who asks")),
        Point(_("On whose behalf"), _name(facts.behind), _("on whose behalf they ask")),
        Point(_("They hope to hear"), facts.hoped, _("which conclusion they hope for"), inside=True),
        _satisfied(facts.asks),
        Point(
            _("Whether it can be done"),
            phrases.way(facts) or facts.business.text,
            _("a way ahead, or an answer"),
        ),
    ]


def _decides(facts: Facts) -> list[Point]:
    return [
        _who(_("Who decides"), facts.decides, _("who decides there")),
        _satisfied(facts.decides),
        Point(_("What is to be decided"), phrases.way(facts), _("a way ahead: what, who, by when")),
        Point(_("For what"), facts.purpose, _("for what purpose: what the customer wants to reach with it")),
    ]


def _pays(facts: Facts) -> list[Point]:
    return [
        _who(_("Who pays"), facts.pays, _("who pays there")),
        _satisfied(facts.pays),
        Point(
            _("What it brings"),
            facts.purpose,
            _("for what purpose: what the customer wants to reach with it"),
        ),
        Point(_("What it costs"), "", _("what it costs: nothing here knows it, write it in")),
    ]


POINTS: dict[Reader, Callable[[Facts], list[Point]]] = {
    Reader.PRODUCT: _product,
    Reader.SALES: _sales,
    Reader.CUSTOMER: _customer,
    Reader.BOSS: _boss,
    Reader.ASKS: _asks,
    Reader.DECIDES: _decides,
    Reader.PAYS: _pays,
}


def _name(person: Person | None) -> str:
    return person.name if person else ""


def _who(label: str, person: Person | None, missing: str) -> Point:
    return Point(label, _name(person), missing)


def _satisfied(person: Person | None) -> Point:
    text = phrases.list_of(person.satisfied) if person else ""
    return Point(_("Satisfied when"), text, _("what would satisfy them"), inside=True)


def _worth(facts: Facts) -> str:
    return words.compact(facts.worth, words.here()) if facts.worth else ""

"""The facts with which an order is sent: taken from the case, chosen by who sends it, and locked from then on."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from proxeny.cases.access import messages
from proxeny.cases.models import Audience, Case
from proxeny.cases.models.words import Severity
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.words import here, moment
from proxeny.dispatch.models import Order

CUSTOMER, WORD = "customer", "word"
WORDS_OFFERED = 20


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: what it is (`environment`, `word` …), its text as it is kept, and the key by which it is chosen."""

    what: str
    text: str
    key: str
    said_at: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the form that the order keeps."""
        kept = {"what": self.what, "text": self.text}
        return {**kept, "at": self.said_at} if self.said_at else kept


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact as a person reads it; `what` is the same as in the order."""

    what: str
    label: str
    text: str


def collect(case: Case, by: Actor, *, product: str = "", symptom: str = "") -> list[Fact]:
    """Return what the case has to say to a team, in the order in which it is read; who sends chooses by the keys.

    Of a confidential case: nothing of the customer, no words of theirs, and no text that names them.
    """
    own = {
        "product": product or case.product,
        "shows": symptom or case.title,
        "environment": case.environment,
        "purpose": case.purpose,
        "severity": str(case.severity),
        "since": case.opened_at.isoformat(),
        CUSTOMER: _customer(case),
    }
    found = [Fact(what, text.strip(), what) for what, text in own.items() if text.strip()]
    if case.is_confidential:
        return [one for one in found if one.what != CUSTOMER and not _names(case, one.text)]
    return [*found, *_words(case, by)]


def chosen(found: Iterable[Fact], keys: Collection[str] | None) -> list[dict[str, Any]]:
    """Return what the order keeps: the facts of these keys; with None all but the customer's words."""
    return [one.as_json() for one in found if (one.what != WORD if keys is None else one.key in keys)]


def shown(order: Order) -> list[Shown]:
    """Return the facts of the order in the language in force: all that a team reads of the case."""
    return [_shown(one) for one in order.facts]


def shown_of(fact: Fact) -> Shown:
    """Return a fact that can be chosen, as it would be read."""
    return _shown(fact.as_json())


def names_the_customer(case: Case, texts: Mapping[str, str]) -> dict[str, str]:
    """Return, by field, which texts name the customer of a confidential case: a team must not learn whose it is."""
    if not case.is_confidential:
        return {}
    said = _(
        "This names the customer. The case is confidential: write it so that nobody can tell whose it is."
    )
    return {field: said for field, text in texts.items() if _names(case, text)}


def _names(case: Case, text: str) -> bool:
    names = [case.account.name, case.account.reference]
    return any(name and name.casefold() in text.casefold() for name in names)


def _customer(case: Case) -> str:
    level = case.account.get_level_display() if case.account.level else ""
    return f"{case.account.name} · {level}" if level else case.account.name


def _words(case: Case, by: Actor) -> list[Fact]:
    said = messages(by, case).filter(is_inbound=True, audience=Audience.CUSTOMER, is_confidential=False)
    latest = list(said.order_by("-at", "-pk")[:WORDS_OFFERED])
    return [
        Fact(WORD, one.text, f"{WORD}:{one.pk}", one.at.isoformat())
        for one in reversed(latest)
        if one.text.strip()
    ]


def _shown(kept: Mapping[str, Any]) -> Shown:
    what, text = kept["what"], kept["text"]
    if what == "severity":
        text = str(Severity(int(text)).label)
    elif what == "since":
        text = _moment(text)
    label = _label(what)
    return Shown(what, f"{label}, {_moment(kept['at'])}" if "at" in kept else label, text)


def _label(what: str) -> str:
    labels = {
        "product": pgettext("fact", "product"),
        "shows": pgettext("fact", "what shows"),
        "environment": pgettext("fact", "environment"),
        "purpose": pgettext("fact", "purpose"),
        "severity": pgettext("fact", "how bad"),
        "since": pgettext("fact", "since"),
        CUSTOMER: pgettext("fact", "customer"),
        WORD: pgettext("fact", "the customer’s words"),
    }
    return labels.get(what, what)


def _moment(at: str) -> str:
    return moment(timezone.localtime(datetime.fromisoformat(at)), here(), today=clock.today())

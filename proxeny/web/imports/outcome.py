"""What came of an import: its counts as sentences, its sums, who was set aside, what was refused."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proxeny.accounts import access as accounts
from proxeny.core import clock, words
from proxeny.core.actors import Actor
from proxeny.core.sentences import spoken
from proxeny.identity.roles import Area, may
from proxeny.intake import importers, receiving
from proxeny.intake.models import Batch
from proxeny.ledger import reading
from proxeny.web.imports.files import bad_rows_of
from proxeny.web.imports.kinds import what_goes
from proxeny.web.ledger.sentences import Said, said

ERRORS_SHOWN = 100
MINUS = "−"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A customer nobody had added, with the lines that wait for them; `is_known`: they were added since."""

    account: str
    rows: int
    is_known: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that the page says about an import that has ended."""

    sentences: Sequence[str]
    sums: Sequence[tuple[str, str]]
    aside: Sequence[SetAside]
    aside_unnamed: int
    may_add: bool
    errors: Sequence[Mapping[str, Any]]
    errors_left_out: int
    has_bad_rows: bool
    has_file: bool
    notes: Sequence[str]
    history: Sequence[Said]
    what_goes: object


def outcome_of(batch: Batch, actor: Actor) -> Outcome:
    """Return what came of the batch, for a reader of imports."""
    report = batch.report
    rows = report.get("rows", {})
    errors, aside = report.get("errors", []), _aside(report, actor)
    return Outcome(
        sentences=_sentences(report) if rows and not batch.reason else [],
        sums=[
            (currency, grouped(amount))
            for currency, amount in report.get("sums", {}).get("amount", {}).items()
        ],
        aside=aside,
        aside_unnamed=max(0, report.get("aside_accounts", len(aside)) - len(aside)),
        may_add=_may_add(batch) and any(not one.is_known for one in aside),
        errors=[{**one, "reason": spoken(one["reason"])} for one in errors[:ERRORS_SHOWN]],
        errors_left_out=max(0, rows.get("bad", 0) - min(len(errors), ERRORS_SHOWN)),
        has_bad_rows=bad_rows_of(batch) is not None,
        has_file=receiving.path_of(batch).is_file(),
        notes=[spoken(note) for note in report.get("notes", [])],
        history=said(reading.about(batch.record)) if may(actor, Area.LEDGER) else [],
        what_goes=what_goes(batch.kind),
    )


def grouped(amount: str) -> str:
    """Return a decimal number, written as text, in groups of three digits; every digit stays."""
    value = Decimal(amount)
    return (MINUS if value < 0 else "") + f"{abs(value):,f}"


def _sentences(report: Mapping[str, Any]) -> list[str]:
    rows = report["rows"]
    found = [_taken(rows)]
    if bad := rows.get("bad", 0):
        found.append(
            _counted(
                ngettext(
                    "%(count)s row was refused; it comes back as a file with its reason.",
                    "%(count)s rows were refused; they come back as a file with their reasons.",
                    bad,
                ),
                bad,
            )
        )
    if aside := rows.get("aside", 0):
        found.append(
            _counted(
                ngettext(
                    "%(count)s row is set aside: it belongs to a customer that nobody had added.",
                    "%(count)s rows are set aside: they belong to customers that nobody had added.",
                    aside,
                ),
                aside,
            )
        )
    return [*found, *_changes(report), *_reach(report)]


def _taken(rows: Mapping[str, int]) -> str:
    read, good = rows.get("read", 0), rows.get("good", 0)
    if read == good:
        return _counted(ngettext("The only row was taken.", "All %(count)s rows were taken.", read), read)
    return _("%(good)s of %(read)s rows were taken.") % {"good": _number(good), "read": _number(read)}


def _changes(report: Mapping[str, Any]) -> Iterable[str]:
    """Say what was added, changed and left alone, where the kind of import tells."""
    left = report.get("skipped", 0) + report.get("unchanged", 0)
    if made := report.get("made", 0):
        yield _counted(ngettext("%(count)s was added.", "%(count)s were added.", made), made)
    if changed := report.get("changed", 0):
        yield _counted(ngettext("%(count)s was changed.", "%(count)s were changed.", changed), changed)
    if left:
        said = ngettext(
            "%(count)s stood already and was left as it was.",
            "%(count)s stood already and were left as they were.",
            left,
        )
        yield _counted(said, left)


def _reach(report: Mapping[str, Any]) -> Iterable[str]:
    """Say how many customers and days a consumption covers."""
    if not report.get("days"):
        return
    ends = (date.fromisoformat(report[end]) for end in ("first_day", "last_day"))
    first, last = (words.day(end, words.here(), today=clock.today(), weekday=False) for end in ends)
    customers, days = report.get("accounts", 0), report["days"]
    of_customers = ngettext("%(count)s customer", "%(count)s customers", customers)
    on_days = ngettext("%(count)s day", "%(count)s days", days)
    yield _("The file covers %(customers)s on %(days)s, from %(first)s to %(last)s.") % {
        "customers": _counted(of_customers, customers),
        "days": _counted(on_days, days),
        "first": first,
        "last": last,
    }


def _aside(report: Mapping[str, Any], actor: Actor) -> list[SetAside]:
    named = report.get("aside", [])
    if not named:
        return []
    references = [one["account"] for one in named]
    known = set(accounts.accounts(actor).filter(reference__in=references).values_list("reference", flat=True))
    return [SetAside(one["account"], one["rows"], one["account"] in known) for one in named]


def _may_add(batch: Batch) -> bool:
    """Tell whether importing the file again can add the customers it names."""
    return batch.kind in importers.kinds() and any(
        option.name == "create_accounts" for option in importers.importer_of(batch.kind).options
    )


def _counted(sentence: str, count: int) -> str:
    return sentence % {"count": _number(count)}


def _number(count: int) -> str:
    return words.number(count, words.here())

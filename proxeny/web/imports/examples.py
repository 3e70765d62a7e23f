"""One made-up row for each template."""

from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from proxeny.intake.importers import Column
from proxeny.intake.models import Batch

_ACCOUNT = "LB-01"
EXAMPLES: dict[str, dict[str, object]] = {
    Batch.Kind.ACCOUNTS: {
        "reference": _ACCOUNT,
        "name": gettext_lazy("Luban Building Materials"),
        "level": gettext_lazy("key"),
        "currency": "CNY",
        "credit_limit": "500000",
        "overdraft_allowed": gettext_lazy("yes"),
        "customer_since": "2023-04-01",
        "spokesperson": "",
    },
    Batch.Kind.PEOPLE: {
        "account": _ACCOUNT,
        "name": gettext_lazy("Zhou Ming"),
        "part": "IT",
        "title": gettext_lazy("Head of IT"),
        "email": "zhou@example.com",
        "phone": "",
        "stance": gettext_lazy("friendly"),
    },
    Batch.Kind.CONTRACTS: {
        "account": _ACCOUNT,
        "number": "C-2026-001",
        "starts_on": "2026-01-01",
        "ends_on": "2026-12-31",
        "product": gettext_lazy("Storage"),
        "amount": "860000.00",
        "currency": "CNY",
    },
    Batch.Kind.USAGE: {
        "account": _ACCOUNT,
        "meter": gettext_lazy("Storage"),
        "day": "2026-11-20",
        "quantity": "1280.5",
        "amount": "2330.00",
        "currency": "CNY",
    },
    Batch.Kind.CASES: {
        "case": "T-1024",
        "account": _ACCOUNT,
        "at": "2026-11-20 09:30",
        "event": gettext_lazy("handed over"),
        "team": gettext_lazy("Second line"),
        "person": gettext_lazy("Zhou Ming"),
        "who": gettext_lazy("Zhou Ming"),
        "text": "",
        "title": gettext_lazy("The monthly report is empty"),
        "severity": gettext_lazy("high"),
    },
}


# Headers that importers know in every language, where the field's label in a form is another.
HEADERS = {
    (Batch.Kind.ACCOUNTS, "customer_since"): pgettext_lazy("header of a table", "customer since"),
    (Batch.Kind.ACCOUNTS, "overdraft_allowed"): pgettext_lazy("header of a table", "may overdraw"),
    (Batch.Kind.PEOPLE, "name"): pgettext_lazy("of a person", "name"),
}


def header_of(kind: str, column: Column) -> str:
    """Return what stands over that column of the template."""
    return str(HEADERS.get((Batch.Kind(kind), column.name), gettext(column.label)))


def example_of(kind: str, column: str) -> str | None:
    """Return what the made-up row says in that column; None where the template leaves the column out."""
    found = EXAMPLES.get(kind, {}).get(column)
    return None if found is None else str(found)

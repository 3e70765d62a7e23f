"""What this package holds of a customer and its people."""

from typing import Any

from proxeny.accounts.finding import search_key
from proxeny.accounts.models import Account, Contact, Contract, ContractLine, Talk, TalkPoint
from proxeny.core.erasing import CODE, PRODUCT, REFERENCE, Held, mark
from proxeny.core.sentences import N_

TRADE = "what kind of company it is"
NAMES = N_("names and how to reach them")
TALKS = N_("talks of sales")

HELD = (
    Held(
        Account, kind=NAMES, account="pk", reference="account", with_customer={"name": mark()},
        never={
            "reference": "the number in bills: by it the amounts that remain are known",
            "industry": TRADE, "region": TRADE, "currency": CODE, "search_key": "follows from name and number (`rename`)",
        },
    ),
    Held(
        Contact, kind=NAMES, texts=("name", "title", "email", "phone", "note"), whose=("pk",), said=("name", "note"),
        emptied={
            "title": "", "email": "", "phone": "", "stance": Contact.Stance.UNKNOWN, "influence": None, "is_sponsor": False,
        },
        account="account", reference="contact", is_theirs=True,
    ),
    Held(Contract, account="account", reference="contract", never={"number": CODE, "edition": PRODUCT, "currency": CODE}),
    Held(ContractLine, never={"product": PRODUCT}),
    Held(
        Talk, kind=TALKS, texts=("subject", "with_names", "asked_words"), account="account", reference="talk",
    ),
    Held(
        TalkPoint, kind=TALKS, texts=("words",), account="talk__account", reference="talk-point",
        never={"became": REFERENCE},
    ),
)  # fmt: skip


def rename(number: int, changes: dict[str, Any]) -> None:
    """Write what became of a customer's row, and the key by which it was found, for that spells the name."""
    row = Account.objects.get(pk=number)
    name = str(changes.get("name", row.name))
    Account.objects.filter(pk=number).update(**changes, search_key=search_key(name, row.reference))

"""Handing a draft to a colleague: its words quoted, below what is asked of them."""

from django.utils.translation import gettext as _

from proxeny.cases.models import Audience


def quoted(text: str, to: Audience) -> str:
    """Return the words that ask a colleague about a draft, with the draft quoted."""
    asks = (
        _("The customer asks about price or contract. Please answer this part, or tell me what I may say:")
        if to == Audience.SALES
        else _("Please read this before I send it to the customer: @")
    )
    lines = "\n".join(f"> {line}" for line in text.strip().splitlines())
    return f"{asks}\n\n{lines}\n"

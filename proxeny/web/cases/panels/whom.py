"""Which team is asked for what the case tells of, while it is open."""

from typing import Any

from django.urls import reverse

from proxeny.catalogue.asking import recognised, whom
from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader

MOST = 3


@panel(16, "whom", "catalogue/panel.html", later=True, inside=True)
def asked(reader: Reader) -> dict[str, Any]:
    """Answer from the product and the words of the case; whoever sees less, or a closed case, gets an empty place."""
    case = reader.case
    if not reader.inside or not case.is_open:
        return {}
    product, module = recognised(case.product)
    words = "\n".join((case.title, case.product if product is None else "", case.environment, case.text))
    found = whom(product, module, words)[:MOST]
    return {
        "is_shown": True,
        "found": found,
        "product": product,
        "order_address": f"{reverse('order-new')}?case={case.number}" if reader.may_write else "",
    }

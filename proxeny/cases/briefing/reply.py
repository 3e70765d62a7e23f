"""The two views as a reply: the business view first, then why the product is so, then what to look out for. Pure."""

from django.utils.translation import gettext as _

from proxeny.cases.briefing.facts import Answer, Risks
from proxeny.cases.briefing.phrases import ended, risks_for_customer, run_on


def reply(business: Answer, product: Answer) -> str:
    """Return what the customer may read of the two views, in the language in force; empty where none was given."""
    paragraphs = [business.text.strip()]
    if product.text.strip():
        why = _("Why it is so: %(why)s") if paragraphs[0] else "%(why)s"
        paragraphs.append(why % {"why": ended(product.text)})
    paragraphs += risks_for_customer(_both(business.risks, product.risks))
    return "\n\n".join(text for text in paragraphs if text)


def _both(first: Risks, second: Risks) -> Risks:
    """Put the risks of both together; what both say is said once."""

    def joined(one: str, other: str) -> str:
        texts = dict.fromkeys(text.strip() for text in (one, other) if text.strip())
        return run_on(ended(text) for text in texts) if len(texts) > 1 else "".join(texts)

    return Risks(
        joined(first.hidden_bug, second.hidden_bug),
        joined(first.data_accuracy, second.data_accuracy),
        joined(first.clumsier, second.clumsier),
    )

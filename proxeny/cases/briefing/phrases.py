"""Phrases that several briefs share. Pure; in the language in force; empty where the fact is not known."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from proxeny.cases.briefing.facts import Facts, Risks
from proxeny.cases.models import Proposal
from proxeny.core import words

Sort = Proposal.Sort


def labelled(label: str, text: str) -> str:
    """Return `Environment: on the cash desk`; nothing for nothing."""
    return _("%(label)s: %(text)s") % {"label": label, "text": text} if text.strip() else ""


def ended(text: str) -> str:
    """Return the text with a full stop, unless it ends with a sign of its own."""
    text = text.strip()
    return text if not text or text[-1] in "。.!?！？…；;：:" else text + _(".")


def run_on(sentences: Iterable[str]) -> str:
    """Write sentences one after the other; after a full-width stop there is no space."""
    written = ""
    for one in (text.strip() for text in sentences):
        gap = " " if written and one and written[-1] not in "。！？；" else ""
        written += gap + one
    return written


def day(on: date, facts: Facts) -> str:
    """Write a day as in a letter."""
    return words.day(on, words.here(), today=facts.today, weekday=False)


def list_of(texts: Iterable[str]) -> str:
    """Write several wishes in a row."""
    return _("; ").join(text.strip().rstrip("。.；;") for text in texts)


def way(facts: Facts) -> str:
    """Say the way ahead that stands: what, who, by when; or why not now, and when it is looked at again."""
    one = facts.way
    if one is None:
        return ""
    if one.sort == Sort.NOT_NOW:
        return _not_now(facts)
    values = {
        "text": one.text.strip().rstrip("。."),
        "who": one.who,
        "day": day(one.by, facts) if one.by else "",
    }
    if one.who and one.by:
        return _("%(text)s; %(who)s does it by %(day)s.") % values
    if one.by:
        return _("%(text)s, by %(day)s.") % values
    return ended(one.text)


def _not_now(facts: Facts) -> str:
    one = facts.way
    assert one
    values = {"text": one.text.strip().rstrip("。."), "because": one.because.strip().rstrip("。.")}
    said = _("Not now: %(text)s, because %(because)s.") % values
    again = day(one.look_again, facts) if one.look_again else one.look_again_when
    looked = _("We look at it again: %(when)s.") % {"when": again} if again else ""
    return run_on([said, looked])


def risks_for_customer(risks: Risks) -> list[str]:
    """Say the risks as somebody reads them who is to work with the answer."""
    return [
        text % {"risk": ended(risk)}
        for risk, text in (
            (risks.data_accuracy, _("To keep your figures right: %(risk)s")),
            (risks.hidden_bug, _("What to look out for, and to tell us at once: %(risk)s")),
            (risks.clumsier, _("What takes more steps than before: %(risk)s")),
        )
        if risk.strip()
    ]


def risks_among_us(risks: Risks) -> list[str]:
    """Say the risks as colleagues say them."""
    return [
        labelled(label, risk)
        for risk, label in (
            (risks.hidden_bug, _("May touch a hidden bug")),
            (risks.data_accuracy, _("May harm the data")),
            (risks.clumsier, _("Makes work clumsier")),
        )
        if risk.strip()
    ]

"""The cells of the queue as HTML: fifty of each stand on a page, written here they need no template."""

from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from proxeny.cases.models import STEPS, Cause, Channel, Kind, Priority, State, Step
from proxeny.core import words
from proxeny.core.money import Money
from proxeny.core.words import Language
from proxeny.web.cases.queue.rows import CLOCKS, Row
from proxeny.web.quick import address, icon, text
from proxeny.web.templatetags.words import day_text

PASSED, HERE, AHEAD = "●", "◐", "○"
NOTHING = timedelta(0)


@lru_cache(maxsize=4)
def said(language: Language) -> Mapping[str, SafeString]:
    """Return what the cells say, in a language, escaped: asked for fifty times over, looked up once."""
    with override("en" if language == "en" else "zh-hans"):
        plain = {
            "nobody": _("nobody"), "customer": _("customer"), "we": _("we"), "confidential": _("confidential"),
            "waits": _("waits for the customer"), "unlearned": _("solved, nothing learned yet"), "over": _("%(time)s over"),
            **{f"clock-{name}": str(label) for name, label in CLOCKS.items()},
            **{f"state-{one.value}": str(one.label) for one in State},
            **{f"kind-{one.value}": str(one.label) for one in Kind},
            **{f"cause-{one.value}": str(one.label) for one in Cause},
            **{f"channel-{one.value}": str(one.label) for one in Channel},
            **{f"priority-{one.value}": str(one.label) for one in Priority},
        }  # fmt: skip
        tracks = {f"step-{one.value}": _track(one) for one in Step}
    return {**{name: _safe(text(words_)) for name, words_ in plain.items()}, **tracks}


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308  (every piece was escaped, or is a figure or a shape of ours)


def _track(step: Step) -> SafeString:
    at = len(STEPS) if step == Step.DONE else STEPS.index(step)
    shapes = [PASSED if place < at else HERE if place == at else AHEAD for place in range(len(STEPS))]
    if step == Step.DONE:
        meant = _("all five steps are passed")
    else:
        meant = _("step %(number)s of 5: %(step)s is next") % {"number": at + 1, "step": STEPS[at].label}
    label = text(meant)
    return _safe(f'<span class="track-small" role="img" aria-label="{label}">{"".join(shapes)}</span>')


def case(row: Row) -> SafeString:
    """Return number, title and customer; the title leads to the case."""
    one = row.case
    locked = icon("lock", said(row.here.language)["confidential"]) if one.is_confidential else ""
    return _safe(
        f'<div class="case-line"><i>{one.number}</i>'
        f'<a data-enter href="{address("case", one.number)}">{text(one.title)}</a>{locked}'
        f"<small>{text(one.account.name)}</small></div>"
    )


def step(row: Row) -> SafeString:
    """Return the five steps as a small track."""
    return said(row.here.language)[f"step-{row.case.step}"]


def state(row: Row) -> SafeString:
    """Return whether the customer has a way ahead, and since how long."""
    one, here = row.case, row.here
    if not row.is_open:
        return ended(row)
    shape = "is-good" if one.state == State.SOLUTION else "is-poor"
    return _safe(
        f'<span class="status {shape}">{said(here.language)[f"state-{one.state}"]}</span> '
        f"<small>{here.lasts(here.now - one.state_since)}</small>"
    )


def ended(row: Row) -> SafeString:
    """Return how the case ended."""
    one = row.case
    if row.merged_into:
        return _safe(text(_("merged into %(number)s") % {"number": row.merged_into}))
    return _safe(text(_("closed %(day)s") % {"day": day_text(one.closed_at)}))


def due(row: Row) -> SafeString | str:
    """Return what is due next and how much time is left, or why nothing is."""
    one, here, left = row.case, row.here, row.left
    if left is None or one.due_at is None:
        return _resting(row)
    names, lasts = said(here.language), here.lasts(abs(left))
    over = left < NOTHING
    shape = "status is-over" if over else "status is-due" if row.presses else ""
    style = f' class="{shape}"' if shape else ""
    return _safe(
        f'<time{style} title="{here.moment(one.due_at)}">{names["over"] % {"time": lasts} if over else lasts}</time> '
        f"<small>{names.get(f'clock-{one.due_clock}', '')}</small>"
    )


def _resting(row: Row) -> SafeString | str:
    one = row.case
    if not row.is_open:
        return ""
    if row.sleeps:
        return _("put off until %(day)s") % {"day": day_text(one.snoozed_until)}
    names = said(row.here.language)
    return names["waits"] if one.waits_since else names["unlearned"] if one.solved_at else "—"


def priority(row: Row) -> SafeString:
    """Return the priority."""
    return said(row.here.language)[f"priority-{row.case.priority}"]


def stake(row: Row) -> SafeString | str:
    """Return what the customer is worth a year."""
    one = row.case
    return (
        "—" if one.stake_minor is None else _money(one.stake_minor, one.account.currency, row.here.language)
    )


@lru_cache(maxsize=4096)
def _money(minor: int, currency: str, language: Language) -> SafeString:
    amount = Money(minor, currency)
    return _safe(
        f'<data title="{text(words.exact(amount, language))}">{text(words.compact(amount, language))}</data>'
    )


def hands(row: Row) -> SafeString | str:
    """Return in whose hands it is, or, with weight, in nobody’s."""
    nobody = said(row.here.language)["nobody"]
    if row.hands:
        return row.hands
    return _safe(f'<span class="status is-due">{nobody}</span>') if row.is_open else nobody


def last_word(row: Row) -> SafeString | str:
    """Return who had the last word with the customer, and when."""
    one, here = row.case, row.here
    if one.last_word_at is None:
        return "—"
    if not row.is_open or one.solved_at:
        return here.ago(one.last_word_at)
    who = said(here.language)["customer" if one.unanswered_since else "we"]
    return _safe(f"{who} <small>{here.ago(one.last_word_at)}</small>")


def opened(row: Row) -> str:
    """Return when it was opened."""
    return row.here.ago(row.case.opened_at)


def kind(row: Row) -> SafeString | str:
    """Return what kind of matter it is, as far as somebody has said."""
    return said(row.here.language)[f"kind-{row.case.kind}"] if row.case.kind else "—"


def cause(row: Row) -> SafeString | str:
    """Return what it comes from, as far as somebody has said."""
    return said(row.here.language)[f"cause-{row.case.cause}"] if row.case.cause else "—"


def came_by(row: Row) -> SafeString | str:
    """Return its number in the system it came from, or how it reached us."""
    return row.case.source_reference or said(row.here.language)[f"channel-{row.case.channel}"]

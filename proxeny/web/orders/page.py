"""What the page of an order needs, for the team and for us."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proxeny.cases import access as cases
from proxeny.desk import drafting
from proxeny.desk.models import Draft
from proxeny.dispatch import access, facts
from proxeny.dispatch.models import Order
from proxeny.web.forms.drafted import begun
from proxeny.web.leading import addresses
from proxeny.web.orders.acts import Act, Part, open_to, part_of
from proxeny.web.orders.clocks import dues
from proxeny.web.orders.forms import MoveForm
from proxeny.web.orders.reading import Reading, reading
from proxeny.web.policy import StaffRequest


@dataclass(frozen=True, slots=True)
class Offer:
    """A move that is open to the reader, with its form; `is_open` tells that the form is what they came for."""

    act: Act
    form: MoveForm
    address: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Somebody else was first: what they did, and what had been typed for a move that does not fit any more."""

    line: Any
    typed: list[tuple[str, str]]


def key_of(order: Order, act: Act) -> str:
    """Return the key under which a draft of the form is kept."""
    return f"order:{order.pk}:{act.key}"


def blank(request: StaffRequest, read: Reading, act: Act) -> MoveForm:
    """Return the form of a move as its writer left it, or empty."""
    return _begun(read, act, None if act.is_bare else drafting.of(request.actor, key_of(read.order, act)))


def _begun(read: Reading, act: Act, draft: Draft | None) -> MoveForm:
    order, key = read.order, key_of(read.order, act)
    initial = {}
    if act.key == "passing-on":
        initial = {"team": read.believed}
    elif act.key == "designation":
        initial = {"team": read.route.runs[0] if read.is_ours else order.team_id}
    return begun(act.form, key, draft, initial=initial, order=order, auto_id=f"{act.key}-%s")


def page(
    request: StaffRequest,
    order: Order,
    *,
    sent: tuple[Act, MoveForm] | None = None,
    meanwhile: Meanwhile | None = None,
) -> dict[str, Any]:
    """Return what the page needs; `sent` is a form that was refused and stands there again."""
    read = reading(order)
    part = part_of(request.actor, order)
    sees_case = part.of_us or access.orders_of_us(request.actor).filter(pk=order.pk).exists()
    offers = _offers(request, read, part, sent)
    return {
        "order": order,
        "read": read,
        "part": part,
        "offers": offers,
        "refused": sent[1] if sent and not any(one.act is sent[0] for one in offers) else None,
        "dues": dues(order, read.now),
        "facts": facts.shown(order),
        "case": order.case if sees_case and cases.cases(request.actor).filter(pk=order.case_id).exists() else None,
        "complaints": list(access.complaints(request.actor).filter(order=order)) if sees_case else [],
        "meanwhile": meanwhile,
        "follows_from": addresses(request.actor, [order.about]).get(order.about) if order.about else None,
        "for_im": for_im(request, order) if sees_case else "",
    }  # fmt: skip


def for_im(request: StaffRequest, order: Order) -> str:
    """Return what is pasted into a chat: who is asked, what is needed, how urgent, by when, and the way to it."""
    address = request.build_absolute_uri(reverse("order", args=[order.number]))
    head = _("Order %(number)s for %(team)s") % {"number": order.number, "team": order.team.name}
    first = f"{head} · {_('urgent')}" if order.is_urgent else head
    known = ngettext("%(count)s fact goes along.", "%(count)s facts go along.", len(order.facts))
    return "\n".join([first, order.wanted, known % {"count": len(order.facts)}, address])


def _offers(
    request: StaffRequest, read: Reading, part: Part, sent: tuple[Act, MoveForm] | None
) -> list[Offer]:
    wished = request.GET.get("do", "")
    found, acts = [], open_to(request.actor, part, read.order, read.route)
    keys = [key_of(read.order, act) for act in acts if not act.is_bare]
    drafts = drafting.of_several(request.actor, keys) if keys else {}
    for act in acts:
        is_sent = sent is not None and sent[0] is act
        form = sent[1] if sent and is_sent else _begun(read, act, drafts.get(key_of(read.order, act)))
        address = reverse("order-move", args=[read.order.number, act.key])
        found.append(Offer(act, form, address, is_sent or (sent is None and act.key == wished)))
    return found

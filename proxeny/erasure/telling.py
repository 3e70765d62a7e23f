"""Telling those who can be the second person, who ordered it, and leads that the time to keep records has run out."""

from collections.abc import Collection

from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.erasure import access
from proxeny.erasure.models import Order
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, Role, may
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.telling import take_back, tell

ORDERED, RUN_OUT = "erasure.ordered", "erasure.run-out"
TIME = Reference("retention", "all")


def _sees(actor: Actor, about: Collection[str]) -> Collection[str]:
    numbers = {int(Reference.parse(one).key): one for one in about}
    found = access.orders(actor).filter(pk__in=numbers).values_list("pk", flat=True)
    return [numbers[number] for number in found]


def _orders_or_decides(actor: Actor) -> bool:
    """Orders are rare: who may give one is asked about notices once they have."""
    may_order = may(actor, Area.ERASURE, write=True)
    return access.decides(actor) or (may_order and Order.objects.filter(asked_by=actor.staff_id).exists())


def _keeps(actor: Actor, about: Collection[str]) -> Collection[str]:
    return about if access.decides(actor) else []


kinds.register(
    NoticeKind(
        ORDERED,
        N_("Orders to erase"),
        N_("Somebody ordered that what is kept of a person be erased, or decided on such an order of yours."),
        _sees,
        concerns=_orders_or_decides,
    ),
    NoticeKind(
        RUN_OUT,
        N_("The time to keep records has run out"),
        N_("Customers whose contracts ended so long ago that their records are no longer to be kept."),
        _keeps,
        concerns=access.decides,
    ),
)
SECOND = Sentence(N_("because you can be the second person"))
ASKED = Sentence(N_("because you ordered it"))
ANSWERS = Sentence(N_("because you answer for all customers"))
WAITS = N_("%(who)s ordered an erasure at %(account)s. It waits for you or another second person")
REFUSED = N_("%(who)s refused the erasure that you ordered at %(account)s: %(reason)s")
ONE = N_("1 customer: the time to keep its records has run out.")
SOME = N_("%(count)s customers: the time to keep their records has run out.")


def waits(order: Order, *, by: Actor) -> None:
    """Tell whoever can be the second person that an order waits."""
    text = Sentence(WAITS, {"who": by.name, "account": order.account.name})
    key = f"{order.record}/waits"
    tell(
        second_people(),
        kind=ORDERED,
        about=order.record,
        text=text,
        reason=SECOND,
        key=key,
        by=by,
        address=_page(order),
    )


def settled(order: Order) -> None:
    """Take away the news of what waits no longer."""
    take_back(f"{order.record}/waits")


def refused(order: Order, *, by: Actor) -> None:
    """Tell who ordered it that it was refused."""
    values = {"who": by.name, "account": order.account.name, "reason": order.refused_because}
    text, key = Sentence(REFUSED, values), f"{order.record}/refused"
    tell(
        [order.asked_by],
        kind=ORDERED,
        about=order.record,
        text=text,
        reason=ASKED,
        key=key,
        by=by,
        address=_page(order),
    )


def run_out(count: int, last: str) -> None:
    """Tell who answers for all customers of how many the time has run out; once for each day on which another came to it."""
    text = Sentence(ONE) if count == 1 else Sentence(SOME, {"count": count})
    key = f"{TIME}/{last}"
    tell(
        second_people(),
        kind=RUN_OUT,
        about=TIME,
        text=text,
        reason=ANSWERS,
        key=key,
        address="/erasure/retention/",
    )


def second_people() -> list[Staff]:
    """Return the colleagues who may confirm: leads and owners."""
    granted = {"grants__role__in": [Role.LEAD, Role.OWNER], "grants__ended_at": None}
    return list(Staff.objects.filter(is_active=True, **granted).distinct())


def _page(order: Order) -> str:
    return f"/erasure/{order.pk}/"

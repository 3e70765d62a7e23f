"""A case with people around it, as the pages of its understanding are asked for."""

import re
from dataclasses import dataclass

from django.test import Client
from django.urls import reverse

from proxeny.accounts import contacting
from proxeny.accounts.models import Contact
from proxeny.cases import answering_views, framing, opening, satisfying
from proxeny.cases.models import Case, Satisfaction, Side
from proxeny.cases.opening import Opening
from proxeny.identity.models import Staff
from tests.cast import Cast

HTMX = {"HX-Request": "true"}
OUTSIDERS = ["lin", "pan", "tang", "xu", "zhang", "shen", "nobody"]


@dataclass(frozen=True)
class Stall:
    """The case of the stall that takes money and changes the price at once, and who stands behind it."""

    case: Case
    li: Contact
    wang: Contact
    wish: Satisfaction

    def at(self, route: str, *more: object) -> str:
        return reverse(route, args=[self.case.number, *more])


def set_up(vendor: Cast) -> Stall:
    Staff.objects.update(language="en")
    zhou = vendor.actor("zhou")
    li = contacting.add(vendor.luban, {"name": "李工", "part": "it"}, by=zhou)
    wang = contacting.add(vendor.luban, {"name": "王主管", "part": "user"}, by=zhou)
    case = opening.open_case(vendor.luban, Opening(text="收钱和改价要同时做"), by=zhou)
    who = {"asked_by": f"contact:{li.pk}", "decides": f"contact:{wang.pk}", "hoped_conclusion": "不用换系统"}
    framing.frame(case, who, by=zhou)
    wish = satisfying.say(case, "给老板一个说法", by=zhou, contact=f"contact:{li.pk}")
    view = {"answer": "先收款,再改价", "clumsier": "多点两下"}
    answering_views.give(case, Side.BUSINESS, view, by=zhou)
    answering_views.give(case, Side.PRODUCT, {"answer": "系统一次只开一笔"}, by=zhou)
    case.refresh_from_db()
    return Stall(case, li, wang, wish)


def undo_in(page: str) -> str:
    """The address behind the way back that the toast offers."""
    found = re.search(r'<form[^>]*class="toast[^>]*action="([^"]+)"|action="([^"]+)"[^>]*data-undo', page)
    found = found or re.search(
        r'action="([^"]*/(?:withdrawal|removal|reopening|undoing|restoration)/)"', page
    )
    assert found, "no way back was offered"
    return next(one for one in found.groups() if one)


def page(client: Client, stall: Stall, key: str) -> str:
    """One panel, as it is now."""
    answer = client.get(stall.at("case-panel", key))
    assert answer.status_code == 200
    return answer.content.decode()

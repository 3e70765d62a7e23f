"""Walking all that answers a reader: every route with the numbers that there are, and every address that a page leads on to.

Masked in an answer is what is drawn anew each time: the token against forged requests, where it stands in a form, on the page
for htmx and beside who is here; and the hashes of lines on record, into each of which a key drawn anew goes. A workbook is
compared by the cells of its sheets: the package says when it was packed. Nothing else is masked.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from urllib.parse import quote, urlsplit
from zipfile import ZipFile

from django.db.models import Model
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern

from proxeny.accounts.models import Account, Contact, Talk, TalkPoint
from proxeny.cases.models import Attachment, Case, Message, Proposal, Satisfaction, Template
from proxeny.catalogue.models import Module, Product
from proxeny.demand.models import Defect, Request
from proxeny.dispatch.models import Complaint, Order
from proxeny.docket.models import Matter
from proxeny.erasure.models import Order as Erasure
from proxeny.identity.models import Admission, Staff, Team
from proxeny.knowledge.models import Article
from proxeny.notices.models import Notice
from proxeny.promises.models import Concession, Promise
from proxeny.web.policy import Policy, policy_of
from tests.web.test_every_route_is_declared import ALL

TOKEN = re.compile(
    rb'(csrfmiddlewaretoken" value="|X-CSRFToken&quot;: &quot;|X-CSRFToken": "|data-token=")[A-Za-z0-9]{64}'
)
HASH = re.compile(rb'data-copy="[0-9a-f]{64}"([^>]*)>[0-9a-f]{8}<')
LINKS = re.compile(r'(?:href|hx-get)="(/[^"#]*\?[^"#]*)"')
# Whose number stands in a path that begins so; the longest beginning counts.
NUMBERED: dict[str, tuple[type[Model], str]] = {
    "docket/": (Matter, "pk"),
    "accounts/": (Account, "pk"),
    "accounts/contacts/": (Contact, "pk"),
    "cases/": (Case, "number"),
    "cases/messages/": (Message, "pk"),
    "cases/files/": (Attachment, "pk"),
    "cases/proposals/": (Proposal, "pk"),
    "cases/satisfactions/": (Satisfaction, "pk"),
    "cases/templates/": (Template, "pk"),
    "promises/": (Promise, "pk"),
    "articles/": (Article, "pk"),
    "defects/": (Defect, "pk"),
    "requests/": (Request, "pk"),
    "catalogue/products/": (Product, "pk"),
    "catalogue/modules/": (Module, "pk"),
    "catalogue/teams/": (Team, "pk"),
    "orders/": (Order, "pk"),
    "orders/complaints/": (Complaint, "pk"),
    "concessions/": (Concession, "pk"),
    "concessions/of/": (Account, "pk"),
    "talks/": (Talk, "pk"),
    "talks/of/": (Account, "pk"),
    "talks/points/": (TalkPoint, "pk"),
    "teams/": (Team, "pk"),
    "glass/": (Admission, "pk"),
    "ledger/accounts/": (Account, "pk"),
    "ledger/cases/": (Case, "number"),
    "ledger/receipts/promises/": (Promise, "pk"),
    "ledger/receipts/messages/": (Message, "pk"),
    "ledger/receipts/cases/": (Case, "number"),
    "health/": (Account, "pk"),
    "people/": (Staff, "pk"),
    "erasure/": (Erasure, "pk"),
    "notices/": (Notice, "pk"),
}
NAMED = {
    "<int:team_number>": ["1"],
    "<int:move_number>": ["1"],
    "<int:sequence>": ["1"],
    "<slug:kind>": ["accounts"],
    "<slug:act>": ["spokesperson"],
    "<slug:name>": ["industry"],
    "<slug:of>": ["kind"],
    "<slug:side>": ["business"],
    "<slug:who>": ["boss"],
    "<str:day>": ["2026-10-01"],
    "<str:key>": ["judge:matter:1"],
}
SHEETS = ("xl/worksheets/sheet1.xml", "xl/workbook.xml")
_ONLY_CHANGES: dict[str, bool] = {}
LEFT_OUT = ("me/", "session/", "welcome/")


@dataclass(frozen=True)
class Answer:
    """What somebody gets to see of an address."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)


def answer_of(response: HttpResponseBase) -> Answer:
    """Return what of it a reader can see."""
    told = ("Location", "Content-Type", "Content-Disposition", "HX-Trigger", "HX-Redirect", "HX-Push-Url")
    headers = tuple((name, response.headers[name]) for name in told if name in response.headers)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body.startswith(b"PK"):
        body = b"".join(ZipFile(BytesIO(body)).read(sheet) for sheet in SHEETS)
    return Answer(response.status_code, headers, HASH.sub(rb"\1", TOKEN.sub(rb"\1", body)))


def ours() -> Iterator[tuple[str, URLPattern, Policy]]:
    """Yield our routes with their policies."""
    for path, pattern in ALL:
        policy = policy_of(pattern.callback, pattern.name)
        if policy is not None and pattern.callback.__module__.startswith("proxeny."):
            yield path, pattern, policy


def numbers(path: str) -> list[str]:
    """Return numbers of what there is of that which stands in the path: the first two, and the last, told in confidence."""
    begins = max((one for one in NUMBERED if path.startswith(one)), key=len, default=None)
    if begins is None:
        return ["1", "2026"]
    model, name = NUMBERED[begins]
    found = [str(one) for one in model._default_manager.order_by(name).values_list(name, flat=True)]
    return [*dict.fromkeys([*found[:2], *found[-1:]])]


def only_changes(client: Client, path: str) -> bool:
    """Tell whether a route can only be sent to, never read: it says so before it looks at anything."""
    if path not in _ONLY_CHANGES:
        _ONLY_CHANGES[path] = client.get(filled(path)[0]).status_code == 405 if filled(path) else False
    return _ONLY_CHANGES[path]


def filled(path: str, panels: Iterable[str] = ("ties",)) -> list[str]:
    """Return the addresses of a route, one for each number that there is."""
    for place, names in {**NAMED, "<slug:key>": list(panels)}.items():
        path = path.replace(place, names[0])
    if "<int:number>" not in path:
        return [f"/{path}"]
    return [f"/{path.replace('<int:number>', number)}" for number in numbers(path)]


def asked(words: Iterable[str]) -> list[str]:
    """Return addresses that ask for words: search, palette, look-alikes, customers, filters."""
    places = (
        "/search/?q={}",
        "/palette/?q={}",
        "/cases/resembling/?text={}",
        "/requests/alike/?what={}",
        "/cases/all/?q={}",
        "/promises/?q={}",
        "/requests/?q={}",
        "/concessions/?q={}",
        "/talks/?q={}",
        "/orders/all/?q={}",
        "/defects/?q={}",
        "/accounts/?q={}",
        "/catalogue/whom/?q={}",
    )
    return [place.format(quote(word)) for word in words for place in places]


def led_to(answer: Answer) -> list[str]:
    """Return the addresses with a query that a page leads on to: orders, filters, next pages, exports."""
    if not answer.headers or not answer.body:
        return []
    links = [unescape(one) for one in LINKS.findall(answer.body.decode("utf-8", "replace"))]
    return [one for one in links if ".xlsx" not in one]  # one whole workbook of each list is enough


def shape(address: str) -> tuple[str, tuple[str, ...]]:
    """Return what kind of address it is: pages that differ in a value only are walked once for each value of few."""
    parts = urlsplit(address)
    return parts.path, tuple(sorted(one.split("=")[0] for one in parts.query.split("&")))


def walk(client: Client, addresses: Iterable[str], *, follow: int = 0) -> dict[str, Answer]:
    """Return what the client gets at each address, and at up to `follow` that these lead on to of each kind."""
    found: dict[str, Answer] = {}
    queue, met = list(addresses), dict[tuple[str, tuple[str, ...]], int]()
    for address in queue:
        if address in found:
            continue
        found[address] = answer = answer_of(client.get(address))
        for onward in led_to(answer) if follow else ():
            if met.get(shape(onward), 0) < follow and onward not in found:
                met[shape(onward)] = met.get(shape(onward), 0) + 1
                queue.append(onward)
    return found


def differences(one: dict[str, Answer], other: dict[str, Answer]) -> Iterator[tuple[str, Answer, Answer]]:
    """Yield the addresses that answer otherwise."""
    for address, answer in one.items():
        if answer != other[address]:
            yield address, answer, other[address]

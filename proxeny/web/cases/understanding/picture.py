"""Who stands behind a case, as the page draws it: a person under another, with what each wants."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from proxeny.accounts.changing import Change
from proxeny.accounts.models import Contact
from proxeny.cases import constellation, framing
from proxeny.cases.constellation import Constellation, Figure
from proxeny.cases.fields import OF_FRAMING
from proxeny.cases.models import Satisfaction
from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.understanding import people
from proxeny.web.cases.understanding.in_place import Row
from proxeny.web.forms.inline import Inline, InlineField, Place
from proxeny.web.quick import address

NOBODY = gettext_lazy("nobody known yet")
FIELDS = {
    one.name: one
    for one in (
        InlineField("asked_by", gettext_lazy("Asked by"), "person", empty=NOBODY),
        InlineField("on_behalf_of", gettext_lazy("On behalf of"), "person", empty=NOBODY),
        InlineField("decides", gettext_lazy("Decides"), "person", empty=NOBODY),
        InlineField("pays", gettext_lazy("Pays"), "person", empty=NOBODY),
        InlineField(
            "hoped_conclusion",
            gettext_lazy("Hoped conclusion"),
            "long",
            empty=gettext_lazy("nobody has said which conclusion they hope for"),
        ),
    )
}
ROLES = ("asked_by", "on_behalf_of", "decides", "pays")


class Framed(Inline):
    """Who stands behind one case."""

    fields = FIELDS

    def load(self, actor: Actor, number: int) -> Row:
        """Return the case with who stands behind it, or raise NotFound."""
        reader = reader_of(actor, number, write=True)
        return Row(reader, framing.framing_of(reader.case))

    def may(self, actor: Actor, row: Row, name: str) -> bool:  # noqa: ARG002
        """Tell whether the actor may change it."""
        return row.reader.may_write

    def text(self, row: Row, name: str) -> str:
        """Return what is written down."""
        return OF_FRAMING[name].text(row.holds)

    def say(self, row: Row, name: str, text: str) -> str:
        """Return it as it is read."""
        if name not in ROLES or not text:
            return text
        standing = getattr(row.holds, name)
        if standing and text == self.text(row, name):
            return str(standing.name)
        return people.name_of(text, row.reader.case)

    def keep(self, row: Row, new: Any, seen: Any, by: Actor) -> Change:
        """Write it down."""
        return framing.frame(row.reader.case, new, by=by, seen=seen)

    def place(self, row: Row, name: str, *, may: bool, **more: Any) -> Place:
        """Return where the field stands; people are fetched only when there is a choice to make."""
        place = super().place(row, name, may=may, **more)
        if name in ROLES and place.is_open:
            return replace(place, field=replace(place.field, choices=people.choices(row.reader.case)))
        return place

    def address(self, row: Row, name: str) -> str:
        """Return the route of the field."""
        return address("case-framing", row.reader.case.number, name)

    def back(self, row: Row) -> str:
        """Return the case’s page."""
        return address("case", row.reader.case.number)

    def undo(self, row: Row, change: Change) -> str:
        """Return the route that takes it back."""
        return reverse("case-framing-withdrawal", args=[row.reader.case.number, change.sequence])

    def title(self, row: Row) -> str:
        """Return what the case is called."""
        return str(row.reader.case)


FRAMED = Framed()


@dataclass(frozen=True, slots=True)
class Node:
    """One place of the picture.

    `adds` is where one more wish of the person is written down, empty where they stand further up already; `again`: the same
    person as just above; `reported`: only known as who reported the case.
    """

    name: str
    place: Place
    contact: Contact | None
    wishes: Sequence[Satisfaction] = ()
    adds: str = ""
    again: bool = False
    reported: bool = False

    @property
    def stance(self) -> str:
        """The shape of how the person stands to us."""
        return people.STANCES[Contact.Stance(self.contact.stance)] if self.contact else ""


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody besides those who ask, decide and pay, or (None) the customer as a whole, and what they want."""

    contact: Contact | None
    wishes: Sequence[Satisfaction]
    adds: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture: nodes from who asks to who pays, in words, what others want, the conclusion hoped for."""

    nodes: Sequence[Node]
    behind: str
    words: str
    others: Sequence[Other]
    hoped: Place
    may: bool

    @property
    def has_whole(self) -> bool:
        """Tell whether anything is said of the customer as a whole."""
        return any(one.contact is None for one in self.others)

    def node(self, name: str) -> Node | None:
        """Return the place of that name."""
        return next((one for one in self.nodes if one.name == name), None)


def picture(row: Row) -> Picture:
    """Draw who stands behind the case, in two queries."""
    case, may = row.reader.case, row.reader.may_write
    wishes: dict[int | None, list[Satisfaction]] = {}
    people_of: dict[int | None, Contact | None] = {}
    for one in _WISHES(case.pk):
        wishes.setdefault(one.contact_id, []).append(one)
        people_of[one.contact_id] = one.contact
    nodes = list(_nodes(row, wishes, may=may))
    drawn = {node.contact.pk for node in nodes if node.contact}
    others = [
        Other(people_of[who], said, _adds(case.number, who))
        for who, said in wishes.items()
        if who not in drawn
    ]
    who = Constellation(*(_figure(node.contact) for node in nodes))
    return Picture(
        nodes=nodes,
        behind=constellation.behind_it(who),
        words=constellation.in_words(who),
        others=others,
        hoped=FRAMED.place(row, "hoped_conclusion", may=may),
        may=may,
    )


_WISHES = Phrased(lambda case: Satisfaction.objects.select_related("contact").filter(case=case))


def _nodes(row: Row, wishes: dict[int | None, list[Satisfaction]], *, may: bool) -> Iterator[Node]:
    shown: set[int] = set()
    above: int | None = None
    for name in ROLES:
        contact: Contact | None = getattr(row.holds, name)
        reported = name == "asked_by" and contact is None and row.reader.case.reporter is not None
        contact = row.reader.case.reporter if reported else contact
        number = contact.pk if contact else None
        is_new = number is not None and number not in shown
        said = wishes.get(number, []) if is_new else []
        adds = _adds(row.reader.case.number, number) if is_new else ""
        place = FRAMED.place(row, name, may=may)
        if reported and contact:
            place = replace(place, shown=contact.name)
        again = number is not None and number == above
        yield Node(name, place, contact, said, adds, again=again, reported=reported)
        above = number
        if number:
            shown.add(number)


def _adds(case: int, contact: int | None) -> str:
    to = address("case-satisfactions", case)
    return f"{to}?of=contact:{contact}" if contact else to


def _figure(contact: Contact | None) -> Figure | None:
    return Figure(contact.pk, contact.name, contact.part) if contact else None

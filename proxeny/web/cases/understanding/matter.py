"""What a case is about, changed in place."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.changing import Change
from proxeny.accounts.merging import Overtaken
from proxeny.cases import changing
from proxeny.cases.fields import OF_CASES
from proxeny.cases.models import Channel, Severity
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.reader import Reader, reader_of
from proxeny.web.cases.understanding import people
from proxeny.web.cases.understanding.in_place import Row
from proxeny.web.cases.understanding.in_place import respond as in_place
from proxeny.web.forms.inline import Inline, InlineField, Place
from proxeny.web.forms.undoing import say_overtaken
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.quick import address

FIELDS = {
    one.name: one
    for one in (
        InlineField(
            "environment",
            gettext_lazy("Environment"),
            "long",
            empty=gettext_lazy("still missing: in which environment it is used"),
        ),
        InlineField(
            "purpose", gettext_lazy("Purpose"), "long", empty=gettext_lazy("still missing: for what purpose")
        ),
        InlineField(
            "today",
            gettext_lazy("What they do today"),
            "long",
            empty=gettext_lazy("not known yet what they do today"),
        ),
        InlineField("product", gettext_lazy("Product"), empty=gettext_lazy("which product")),
        InlineField(
            "severity",
            gettext_lazy("Severity"),
            "select",
            [(str(value), label) for value, label in Severity.choices],
        ),
        InlineField("title", gettext_lazy("Title")),
        InlineField(
            "reporter", gettext_lazy("Reported by"), "person", empty=gettext_lazy("nobody known yet")
        ),
        InlineField("channel", gettext_lazy("Came by"), "select", Channel.choices),
    )
}
LABELS = {name: field.label for name, field in FIELDS.items()}
FRAGMENT = "cases/understanding/_field_kept.html"


class Matter(Inline):
    """The fields of one case."""

    fields = FIELDS

    def load(self, actor: Actor, number: int) -> Row:
        """Return the case, or raise NotFound."""
        reader = reader_of(actor, number, write=True)
        return Row(reader, reader.case)

    def may(self, actor: Actor, row: Row, name: str) -> bool:  # noqa: ARG002  (who may change a case may change all of it)
        """Tell whether the actor may change it."""
        return row.reader.may_write

    def text(self, row: Row, name: str) -> str:
        """Return what the case holds."""
        return OF_CASES[name].text(row.holds)

    def say(self, row: Row, name: str, text: str) -> str:
        """Return it as it is read."""
        if name == "reporter":
            own = row.holds.reporter
            return own.name if own and text == self.text(row, name) else people.name_of(text, row.holds)
        field = self.fields[name]
        return str(dict(field.choices).get(text, text)) if field.choices else text

    def keep(self, row: Row, new: Any, seen: Any, by: Actor) -> Change:
        """Change the case."""
        return changing.change(row.holds, new, by=by, seen=seen)

    def place(self, row: Row, name: str, *, may: bool, **more: Any) -> Place:
        """Return where the field stands; people are fetched only when there is a choice to make."""
        place = super().place(row, name, may=may, **more)
        if name == "reporter" and place.is_open:
            return replace(place, field=replace(place.field, choices=people.choices(row.holds)))
        return place

    def address(self, row: Row, name: str) -> str:
        """Return the route of the field."""
        return address("case-field", row.holds.number, name)

    def back(self, row: Row) -> str:
        """Return the case’s page."""
        return address("case", row.holds.number)

    def undo(self, row: Row, change: Change) -> str:
        """Return the route that takes it back."""
        return reverse("case-change-withdrawal", args=[row.holds.number, change.sequence])

    def title(self, row: Row) -> str:
        """Return what the case is called."""
        return str(row.holds)


MATTER = Matter()


def places(reader: Reader) -> dict[str, Place]:
    """Return the fields of the case, each with whether the reader may change it."""
    row = Row(reader, reader.case)
    return {name: MATTER.place(row, name, may=reader.may_write) for name in FIELDS}


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def field(request: StaffRequest, number: int, name: str) -> HttpResponse:
    """Open one field, or keep it. Severity moves clocks and priority: the page is shown anew."""
    return in_place(
        request,
        MATTER,
        number,
        name,
        fragment=FRAGMENT,
        beside=lambda _row: {},
        anew=("severity", "title"),
    )


@writers_of(Area.INSIDE)
@require_POST
def take_back(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Take one’s own change back, or say who changed it since."""
    case = reader_of(request.actor, number, write=True).case
    back = reverse("case", args=[number])
    try:
        change = changing.take_back(case, sequence, by=request.actor)
    except Overtaken as since:
        say_overtaken(request, since, LABELS)
        return redirect(back)
    again = reverse("case-change-withdrawal", args=[number, change.sequence]) if change else ""
    toasts.say(request, _("Taken back. It stands as before."), undo=again)
    first = next(iter(change.fields), "")
    return redirect(f"{back}#matter-{case.pk}-{first}" if first in FIELDS else back)

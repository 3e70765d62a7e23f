"""A field that is changed in place, as it stands closed; without a template, since a page has a dozen of them."""

from typing import Protocol

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from proxeny.web.quick import icon
from proxeny.web.quick import text as escaped


class Field(Protocol):
    """What is to be known of the field: what sort it is, its name, what stands there while it is empty."""

    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> object: ...
    @property
    def empty(self) -> object: ...


class Place(Protocol):
    """Where it stands: its id and address, the words that are shown, and whether the reader may change it."""

    @property
    def field(self) -> Field: ...
    @property
    def id(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def shown(self) -> str: ...
    @property
    def may(self) -> bool: ...


def closed(place: Place) -> SafeString:
    """Return the field for reading: a link that opens it where the reader may change it."""
    field, where = place.field, escaped(place.id)
    is_long = " is-long" if field.kind == "long" else ""
    is_empty = "" if place.shown else " is-empty"
    shown = escaped(place.shown or field.empty or "—")
    value = f'<span class="inline-value{is_empty}">{shown}</span>'
    if place.may:
        to, said = escaped(place.address), escaped(_("change: %(label)s") % {"label": field.label})
        value = (
            f'<a class="inline-open" href="{to}" hx-get="{to}" hx-target="#{where}" hx-swap="outerHTML">{value}'
            f'<span class="sr">, {said}</span>{icon("pencil")}</a>'
        )
    return mark_safe(f'<div class="inline{is_long}" id="{where}" data-inline>{value}</div>')  # noqa: S308  (escaped piece by piece)

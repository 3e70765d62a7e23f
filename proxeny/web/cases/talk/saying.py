"""What the composer says of itself: for whom it is, who will read it, what its button does. Plain words, for each audience."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from proxeny.cases.models import Audience
from proxeny.web.templatetags.words import listed

PLACE = "%(names)s"


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences with a place for names, each with one for when nobody is chosen; and what stands in the empty field."""

    visible: str
    visible_to_nobody: str
    send: str
    send_to_nobody: str
    placeholder: str


def tab(audience: Audience) -> str:
    """Return the name of the tab."""
    return {
        Audience.CUSTOMER: pgettext("composer", "Customer"),
        Audience.TEAM: pgettext("composer", "Team"),
        Audience.PRODUCT: pgettext("composer", "Product"),
        Audience.SALES: pgettext("composer", "Sales"),
        Audience.NOTE: pgettext("composer", "Private note"),
    }[audience]


def words(audience: Audience, *, is_confidential: bool = False) -> Words:
    """Return what the composer says for this audience."""
    if is_confidential and audience in (Audience.CUSTOMER, Audience.NOTE):
        return _confidential(audience)
    return {
        Audience.CUSTOMER: _customer,
        Audience.TEAM: _team,
        Audience.PRODUCT: _product,
        Audience.SALES: _sales,
        Audience.NOTE: _note,
    }[audience]()


def filled(pattern: str, without: str, names: list[str]) -> str:
    """Return the sentence with the names in it, or the one for when there are none."""
    return pattern % {"names": listed(names)} if names else without


def _customer() -> Words:
    return Words(
        _("%(names)s will receive it; sales can read it"),
        _("The customer will receive it; sales can read it"),
        _("Send to %(names)s"),
        _("Send to the customer"),
        _("Write to the customer. @ names a colleague, / opens templates."),
    )


def _team() -> Words:
    return Words(
        _("For %(names)s; after-sales reads it too. The customer and sales do not"),
        _("For a team; after-sales reads it too. The customer and sales do not"),
        _("Only for %(names)s"),
        _("Only for the team"),
        _("What the team needs to know: scene, environment, what was tried."),
    )


def _product() -> Words:
    return Words(
        _("For %(names)s; after-sales reads it too. The customer and sales do not"),
        _("For product; after-sales reads it too. The customer and sales do not"),
        _("Only for %(names)s"),
        _("Only for product"),
        _("What the customer does today, in which environment, for what purpose."),
    )


def _sales() -> Words:
    return Words(
        _("%(names)s can read it, and after-sales. The customer cannot"),
        _(
            "Sales can read it, and after-sales. The customer cannot. Nobody is named as this customer’s sales yet"
        ),
        _("Send to %(names)s"),
        _("Send to sales"),
        _("What sales should know, or say to the customer."),
    )


def _note() -> Words:
    return Words(
        _("Only after-sales can read it"),
        _("Only after-sales can read it"),
        _("Note it, only we can read it"),
        _("Note it, only we can read it"),
        _("Only for ourselves. @ names a colleague."),
    )


def _confidential(audience: Audience) -> Words:
    if audience == Audience.CUSTOMER:
        return Words(
            _("%(names)s will receive it, in confidence; sales cannot read it"),
            _("The customer will receive it, in confidence; sales cannot read it"),
            _("Send to %(names)s in confidence"),
            _("Send to the customer in confidence"),
            _customer().placeholder,
        )
    return Words(
        _("In confidence: only those with the separate channel can read it"),
        _("In confidence: only those with the separate channel can read it"),
        _("Note it in confidence"),
        _("Note it in confidence"),
        _note().placeholder,
    )

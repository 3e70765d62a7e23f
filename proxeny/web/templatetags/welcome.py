"""What is still missing on the way to the first docket."""

from dataclasses import dataclass

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proxeny.accounts import access as accounts
from proxeny.core.actors import Actor
from proxeny.identity import access as identity
from proxeny.identity.roles import Area, may
from proxeny.intake import access as intake
from proxeny.usage import series

register = template.Library()


@dataclass(frozen=True, slots=True)
class Step:
    """One step, whether it is done, and where it is done by whom it is open to (no route: somebody else does it)."""

    name: Promise | str
    verb: Promise | str
    route: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """All steps; `are_for_reader` tells whether the reader can take any of them."""

    all: tuple[Step, ...] = ()
    are_for_reader: bool = False
    is_first_import: bool = False

    @property
    def are_done(self) -> bool:
        """Tell whether nothing is missing."""
        return all(step.is_done for step in self.all)

    @property
    def has_customers(self) -> bool:
        """Tell whether there are customers."""
        return bool(self.all) and self.all[0].is_done

    @property
    def has_consumption(self) -> bool:
        """Tell whether there is consumption that counts."""
        return bool(self.all) and self.all[1].is_done


@register.simple_tag(takes_context=True)
def setup_steps(context: template.Context) -> Steps:
    """Return the steps as they stand; asked for only where they may be shown."""
    actor: Actor | None = getattr(context.get("request"), "actor", None)
    if actor is None or not may(actor, Area.IMPORTS, write=True):
        return Steps()
    adds_people = may(actor, Area.PEOPLE, write=True)
    steps = (
        Step(_("Customers"), _("Import them"), "imports", accounts.accounts(actor).exists()),
        Step(_("Consumption"), _("Import it"), "imports", series.has_any()),
        Step(
            _("Colleagues"),
            _("Add them"),
            "people" if adds_people else "",
            identity.staff_list(actor)[1:2].exists(),
        ),
    )
    return Steps(steps, are_for_reader=True, is_first_import=not intake.batches(actor)[1:2].exists())

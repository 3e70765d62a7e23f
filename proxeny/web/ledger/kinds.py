"""The kinds of entries by which the ledger page is filtered, in groups a reader thinks in."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proxeny.ledger import kinds


@dataclass(frozen=True, slots=True)
class Group:
    """A group of kinds: those whose first word is one of `heads`."""

    name: str
    label: Promise | str
    heads: tuple[str, ...]


GROUPS = (
    Group("judgement", _("Judgements"), ("judgement",)),
    Group("docket", _("Docket"), ("docket",)),
    Group("accounts", _("Accounts"), ("account", "contact", "contract")),
    Group("promises", _("Promises"), ("promise", "concession", "concession-limit", "talk")),
    Group("orders", _("Orders"), ("order", "complaint", "operational-target")),
    Group("catalogue", _("Catalogue"), ("product", "module", "ownership", "rota", "stand-in", "team-hours")),
    Group("demand", _("Defects and requests"), ("defect", "request")),
    Group("knowledge", _("Knowledge"), ("article",)),
    Group("imports", _("Imports"), ("batch", "rows")),
    Group("people", _("People"), ("staff", "team")),
    Group("admission", _("Looks by exception"), ("admission",)),
    Group("erasure", _("Erasing"), ("erasure", "retention")),
    Group("calendar", _("Calendar"), ("calendar",)),
)


def kinds_of(name: str) -> list[str]:
    """Return the kinds of the group, or none when there is no such group: then all are meant."""
    heads = next((group.heads for group in GROUPS if group.name == name), ())
    return [kind for kind in kinds.registered() if kind.split(".")[0] in heads]

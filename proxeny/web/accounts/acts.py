"""What a lead does to many customers at once: another spokesperson, other sales, another level."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.accounts import assigning
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.web.lists.acts import BulkAct, Memory, Outcome, Prospect


class Assign(BulkAct):
    """Change one of the three things that a lead decides; the other two stay as they are at that moment."""

    field: ClassVar[str]

    def may(self, actor: Actor) -> bool:
        """Tell whether the actor decides who speaks for whom."""
        return assigning.may_assign(actor)

    def preview(self, actor: Actor, rows: Sequence[Account], wanted: dict[str, Any]) -> list[Prospect]:
        """Return the field before and after."""
        del actor
        after = self.named(wanted["to"])
        return [
            Prospect(before=before, why_not=_("It is so already."))
            if (before := self.named(getattr(one, self.field))) == after
            else Prospect(before, after)
            for one in rows
        ]

    def do(self, actor: Actor, row: Account, wanted: dict[str, Any]) -> Outcome:
        """Assign it; what was before is kept for taking it back."""
        before, after = getattr(row, self.field), wanted["to"]
        if not self._assign(actor, row, after):
            return Outcome(_("It is so already."), is_done=False)
        memory = {"before": self.stored(before), "after": self.stored(after)}
        return Outcome(f"{self.named(before)} → {self.named(after)}", memory=memory)

    def undo(self, actor: Actor, row: Account, memory: Memory) -> Outcome:
        """Assign what was before, unless somebody has decided otherwise since."""
        if self.stored(getattr(row, self.field)) != memory["after"]:
            return Outcome(_("Somebody has changed it since."), is_done=False)
        self._assign(actor, row, self.restored(memory["before"]))
        return Outcome(self.named(self.restored(memory["before"])))

    def named(self, value: Any) -> str:
        """Return how a value of the field is called."""
        return str(value) if value else _("nobody")

    def stored(self, value: Any) -> Any:
        """Return the value as JSON keeps it."""
        return value.pk if value else None

    def restored(self, value: Any) -> Any:
        """Return what `stored` has made of it."""
        return Staff.objects.filter(pk=value).first() if value else None

    def _assign(self, actor: Actor, row: Account, value: Any) -> bool:
        as_it_is = {"level": Account.Level(row.level), "spokesperson": row.spokesperson, "sales": row.sales}
        return assigning.assign(row, **{**as_it_is, self.field: value}, by=actor)


class AssignPerson(Assign):
    """Give another colleague; only those who hold the role can be chosen."""

    role: ClassVar[Role]

    def form(self, actor: Actor, sent: QueryDict | None) -> forms.Form:
        """Ask for whom."""
        del actor
        able = Staff.objects.filter(is_active=True, grants__role=self.role, grants__ended_at=None).order_by(
            "name"
        )
        field = forms.ModelChoiceField(able, label=self.role.label, required=False, empty_label=_("nobody"))
        return _form(field, sent)


class AssignSpokesperson(AssignPerson):
    """Let another colleague speak for them."""

    key: ClassVar[str] = "spokesperson"
    label: ClassVar[Promise | str] = gettext_lazy("Another spokesperson")
    field = "spokesperson"
    role = Role.SPOKESPERSON


class AssignSales(AssignPerson):
    """Let another colleague sell to them."""

    key: ClassVar[str] = "sales"
    label: ClassVar[Promise | str] = gettext_lazy("Other sales")
    field = "sales"
    role = Role.SALES


class AssignLevel(Assign):
    """Give them another weight."""

    key: ClassVar[str] = "level"
    label: ClassVar[Promise | str] = gettext_lazy("Another level")
    field = "level"

    def form(self, actor: Actor, sent: QueryDict | None) -> forms.Form:
        """Ask for the level."""
        del actor
        choices = forms.TypedChoiceField(
            label=gettext_lazy("Level"), choices=Account.Level.choices, coerce=Account.Level
        )
        return _form(choices, sent)

    def named(self, value: Any) -> str:
        """Return the level in words."""
        return str(Account.Level(value).label)

    def stored(self, value: Any) -> Any:
        """Return the level as it is kept."""
        return str(Account.Level(value).value)

    def restored(self, value: Any) -> Any:
        """Return the level."""
        return Account.Level(value)


ACTS: tuple[BulkAct, ...] = (AssignSpokesperson(), AssignSales(), AssignLevel())


def _form(field: forms.Field, sent: QueryDict | None) -> forms.Form:
    form = forms.Form(sent)
    form.fields["to"] = field
    return form

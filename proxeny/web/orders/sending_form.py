"""The form of an order: what is needed, of whom, by when, with which facts of the case."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from proxeny.cases.models import Case
from proxeny.catalogue import asking
from proxeny.catalogue.models import Module, Product
from proxeny.core.actors import Actor
from proxeny.dispatch import facts
from proxeny.dispatch.facts import Shown
from proxeny.dispatch.sending import About
from proxeny.identity.models import Team
from proxeny.web.forms.drafted import Drafted
from proxeny.web.orders.forms import text_field


class SendForm(Drafted):
    """An order out of a case; `wanted_by` empty is as soon as the team's target says."""

    wanted = text_field(
        _("What is needed"),
        help_text=_("In words that the team can begin with: what shall be so when it is done."),
    )
    symptom = forms.CharField(
        label=_("What shows"), required=False, max_length=300,
        help_text=_("In the customer’s words: from them and the product follows which team is asked."),
    )  # fmt: skip
    product = forms.ModelChoiceField(
        label=_("Product"), queryset=Product.objects.none(), required=False, empty_label=_("not said")
    )
    module = forms.ModelChoiceField(
        label=_("Module"), queryset=Module.objects.none(), required=False, empty_label=_("not said")
    )
    team = forms.ModelChoiceField(
        label=_("Team"), queryset=Team.objects.none(), empty_label=_("choose a team")
    )
    is_urgent = forms.BooleanField(label=_("Urgent"), required=False)
    wanted_by = forms.DateTimeField(
        label=_("By when"), required=False, help_text=_("Empty: as agreed with the team."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )  # fmt: skip
    facts = forms.MultipleChoiceField(label=_("Facts that go along"), required=False)

    def __init__(self, *args: Any, actor: Actor, case: Case, **more: Any) -> None:
        self.case = case
        product, module = _named(case.product)
        usual = {
            "symptom": case.title,
            "product": product and product.pk,
            "module": module and module.pk,
        }
        more |= {"initial": {**usual, **more.get("initial", {})}, "auto_id": "order-%s"}
        super().__init__(*args, **more)
        self.fields["product"].queryset = Product.objects.filter(retired_at=None)  # type: ignore[attr-defined]
        modules = Module.objects.filter(retired_at=None).select_related("product")
        self.fields["module"].queryset = modules  # type: ignore[attr-defined]
        self.fields["team"].queryset = Team.objects.order_by("name")  # type: ignore[attr-defined]
        named = " · ".join(str(one) for one in (self._chosen("product"), self._chosen("module")) if one)
        symptom = str(self["symptom"].value() or "").strip()
        self._found = facts.collect(case, actor, product=named, symptom=symptom)
        self.initial.setdefault("facts", [one.key for one in self._found if one.what != facts.WORD])
        self.fields["facts"].choices = [(one.key, one.what) for one in self._found]  # type: ignore[attr-defined]

    def offered(self) -> list[tuple[str, Shown, bool]]:
        """Return the facts there are: the key by which each is ticked, how it reads, whether it is ticked."""
        ticked = self._ticked()
        return [(one.key, facts.shown_of(one), one.key in ticked) for one in self._found]

    def going(self) -> list[Shown]:
        """Return the facts that go along, as the team will read them."""
        return [shown for _key, shown, is_ticked in self.offered() if is_ticked]

    def values(self) -> dict[str, str]:
        """Return what stands in the fields that decide which team is asked."""
        found = {name: str(self[name].value() or "") for name in ("symptom", "product", "module", "team")}
        return {**found, "picked": self.data.get("picked", "")}

    def about(self, follows_from: str = "") -> About:
        """Return what the order is about, of a form that was filled in."""
        said = self.cleaned_data
        return About(said["product"], said["module"], said["symptom"], follows_from)

    def _ticked(self) -> set[str]:
        kept = self["facts"].value() or ()
        return {kept} if isinstance(kept, str) else {str(one) for one in kept}

    def _chosen(self, name: str) -> Any:
        typed = str(self[name].value() or "")
        found = self.fields[name].queryset  # type: ignore[attr-defined]
        return found.filter(pk=typed).first() if typed.isascii() and typed.isdigit() else None


def _named(text: str) -> tuple[Product | None, Module | None]:
    """Return what a case calls its product: cases name it in words, and who writes one often names the module instead."""
    product, module = asking.recognised(text)
    return (product, module) if product else asking.recognised("", text)

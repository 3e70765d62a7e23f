"""What a person writes about the catalogue."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.catalogue.models import Module, Ownership, Product
from proxeny.identity.models import Team
from proxeny.web.forms.drafted import Drafted

OWNED = {"symptoms": gettext_lazy("What shows"), "team": gettext_lazy("Team")}
OF_PRODUCT = {
    "name": gettext_lazy("Name"),
    "also_called": gettext_lazy("Also called"),
    "about": gettext_lazy("What it is"),
    "editions": gettext_lazy("Editions"),
}
OF_MODULE = {
    "name": gettext_lazy("Name"),
    "also_called": gettext_lazy("Also called"),
    "about": gettext_lazy("What it does"),
    "provides": gettext_lazy("What one can do with it"),
    "editions": gettext_lazy("In the editions"),
    "needs": gettext_lazy("Needs"),
    "excludes": gettext_lazy("Excludes"),
    "days_to_adopt": gettext_lazy("Working days to adopt"),
    "cost": gettext_lazy("Cost a year"),
    "adoption_risk": gettext_lazy("Adoption risk"),
    "risk_because": gettext_lazy("Where the risk lies"),
}
ONE_A_LINE = gettext_lazy("One on a line, or parted by 、")


def _prose(label: Any, rows: int = 2, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=8000, required=False, **more
    )


class OwnerForm(forms.Form):
    """Which team is asked, and for what symptoms; `seen` is what stood there when it was opened."""

    symptoms = _prose(
        OWNED["symptoms"],
        help_text=gettext_lazy(
            "Words that customers use for it, one on a line. With a blank between them (导出 超时) they may stand apart. "
            "Empty: whatever it is."
        ),
    )
    team = forms.ChoiceField(label=OWNED["team"])

    def __init__(self, *args: Any, seen: Mapping[str, str] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.standing = dict(seen or {})
        teams = [(str(one.pk), one.name) for one in Team.objects.order_by("name")]
        self.fields["team"].choices = [("", _("choose a team")), *teams]  # type: ignore[attr-defined]

    @classmethod
    def of(cls, row: Ownership, standing: Mapping[str, str]) -> "OwnerForm":
        """Return the form as it is opened for a row."""
        initial = {"symptoms": standing["symptoms"], "team": str(row.team_id)}
        return cls(initial=initial, auto_id=f"owner-{row.pk}-%s", seen=standing)

    @property
    def seen(self) -> list[tuple[str, str]]:
        """What is sent along as seen, by field."""
        return list(self.standing.items())

    def wanted(self) -> dict[str, str]:
        """Return what was sent as the verb takes it."""
        return {"symptoms": self.cleaned_data["symptoms"], "team": f"team:{self.cleaned_data['team']}"}

    def said(self, field: str, text: str) -> str:
        """Return a field's text as it is read."""
        if field != "team":
            return text.replace("\n", "、") or _("whatever it is")
        teams = dict(self.fields["team"].choices)  # type: ignore[attr-defined]
        return str(teams.get(text.removeprefix("team:"), text))

    def look_again(self, field: str, text: str) -> None:
        """Take what stands there now as seen."""
        self.standing[field] = text


class ProductForm(Drafted):
    """What is said of a product."""

    name = forms.CharField(label=OF_PRODUCT["name"], max_length=120)
    also_called = _prose(
        OF_PRODUCT["also_called"],
        help_text=gettext_lazy("Other words that customers and colleagues say for it, one on a line."),
    )
    about = _prose(OF_PRODUCT["about"], 3)
    editions = _prose(OF_PRODUCT["editions"], help_text=ONE_A_LINE)


class ModuleForm(Drafted):
    """What is said of a module, and what adopting it takes."""

    name = forms.CharField(label=OF_MODULE["name"], max_length=120)
    also_called = _prose(OF_MODULE["also_called"], help_text=ONE_A_LINE)
    about = _prose(OF_MODULE["about"], 3)
    provides = _prose(
        OF_MODULE["provides"], 3,
        help_text=gettext_lazy("In the words of the business, one on a line: 自动对账, not the name of an interface."),
    )  # fmt: skip
    editions = forms.MultipleChoiceField(
        label=OF_MODULE["editions"], required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked: in all of them."),
    )  # fmt: skip
    needs = forms.MultipleChoiceField(
        label=OF_MODULE["needs"], required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("What has to be there for it to work."),
    )  # fmt: skip
    excludes = forms.MultipleChoiceField(
        label=OF_MODULE["excludes"], required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("What cannot be there beside it; that then excludes it, too."),
    )  # fmt: skip
    days_to_adopt = forms.IntegerField(
        label=OF_MODULE["days_to_adopt"], required=False, min_value=0, max_value=2000,
        help_text=gettext_lazy("Until it is in use."),
    )  # fmt: skip
    cost = forms.CharField(
        label=OF_MODULE["cost"], required=False, max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )  # fmt: skip
    adoption_risk = forms.ChoiceField(label=OF_MODULE["adoption_risk"], required=False)
    risk_because = _prose(OF_MODULE["risk_because"])

    MANY = ("editions", "needs", "excludes")

    def __init__(self, *args: Any, product: Product, module: Module | None = None, **more: Any) -> None:
        initial = more.get("initial") or {}
        for name in self.MANY:
            if isinstance(initial.get(name), str):
                initial[name] = [line for line in initial[name].split("\n") if line]
        super().__init__(*args, **more)
        held = initial.get("editions", [])
        named = dict.fromkeys([*product.editions, *held])
        self._choose("editions", [(one, one) for one in named])
        others = Module.objects.select_related("product").exclude(pk=module.pk if module else 0)
        sold = others.filter(retired_at=None, product__retired_at=None)
        near = sorted(sold, key=lambda one: (one.product_id != product.pk, one.full_name))
        tied = [*initial.get("needs", []), *initial.get("excludes", [])]
        choices = {one.full_name: _beside(one, product) for one in near}
        choices |= {name: name for name in tied if name not in choices}
        self._choose("needs", list(choices.items()))
        self._choose("excludes", list(choices.items()))
        self._choose("adoption_risk", [("", _("not known")), *Module.Risk.choices])

    def wanted(self) -> dict[str, str]:
        """Return what was sent as the verb takes it: all as text."""
        said = dict(self.cleaned_data)
        for name in self.MANY:
            if name in said:
                said[name] = "\n".join(said[name])
        return {name: "" if text is None else str(text) for name, text in said.items()}

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        if choices:
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields[name]


def _beside(module: Module, product: Product) -> str:
    """The name that is enough beside the product."""
    return module.name if module.product_id == product.pk else module.full_name

"""What modules need, exclude and provide, as rows: read for the fields, kept from them, refused where it contradicts itself."""

from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from proxeny.catalogue.models import Capability, Module, ModuleTie
from proxeny.catalogue.ties import Contradiction, first_contradiction, needed

NEEDS, EXCLUDES = ModuleTie.Tie.NEEDS, ModuleTie.Tie.EXCLUDES
Graph = dict[int, set[int]]


def graphs() -> tuple[Graph, Graph]:
    """Return what all modules need, and what they exclude, by number."""
    needs: Graph = {}
    excludes: Graph = {}
    for module, other, tie in ModuleTie.objects.values_list("module", "other", "tie"):
        (needs if tie == NEEDS else excludes).setdefault(module, set()).add(other)
    return needs, excludes


def load(module: Module) -> Module:
    """Put beside the module what it `needs`, `excludes` and provides (`provided`), as its fields read them."""
    ties = list(module.ties.select_related("other__product")) if module.pk else []
    module.needs = [one.other for one in ties if one.tie == NEEDS]  # type: ignore[attr-defined]
    module.excludes = [one.other for one in ties if one.tie == EXCLUDES]  # type: ignore[attr-defined]
    provided = module.provides.values_list("name", flat=True) if module.pk else []
    module.provided = list(provided)  # type: ignore[attr-defined]
    return module


def check(module: Module, needs: Iterable[Module], excludes: Iterable[Module]) -> None:
    """Raise ValidationError, by field, where with these ties the module, or one that needs it, could not be had."""
    here = module.pk or 0
    wanted, unwanted = {one.pk for one in needs}, {one.pk for one in excludes}
    if here in wanted | unwanted:
        said = _("A module neither needs nor excludes itself.")
        raise ValidationError({"needs" if here in wanted else "excludes": said})
    all_needs, all_excludes = graphs()
    for other in all_excludes.get(here, set()):
        all_excludes[other].discard(here)
    all_needs[here], all_excludes[here] = wanted, unwanted
    touched = [one for one in {here, *all_needs} if here in needed(one, all_needs)]
    if found := first_contradiction([here, *sorted(touched)], all_needs, all_excludes):
        field = "excludes" if unwanted & {found.one[-1], found.other[-1]} else "needs"
        raise ValidationError({field: said_of(found, {here: module.name})})


def said_of(found: Contradiction, names: dict[int, str]) -> str:
    """Return why the module cannot be had, with the ways over which it comes to it."""
    rows = Module.objects.filter(pk__in={*found.one, *found.other})
    called = dict(rows.values_list("pk", "name")) | names
    ways = sorted((found.one, found.other), key=len)
    values = {
        "module": called[found.one[0]],
        "one": called[ways[0][-1]],
        "other": called[ways[1][-1]],
        "way": " → ".join(called[one] for one in ways[1]),
        "first": " → ".join(called[one] for one in ways[0]),
    }
    if len(ways[0]) == 1:
        return (
            _("“%(module)s” would need what it excludes, “%(other)s”: %(way)s. It could not be had.") % values
        )
    return (
        _(
            "“%(module)s” would need both “%(one)s” and “%(other)s”; they exclude each other (%(first)s; %(way)s)."
        )
        % values
    )


def keep(module: Module, changed: Collection[str]) -> list[Module]:
    """Keep what stands beside the module in those of its fields that changed; return the other modules this touches."""
    touched: dict[int, Module] = {}
    if "provides" in changed:
        names: list[str] = module.provided  # type: ignore[attr-defined]
        module.provides.set([Capability.objects.get_or_create(name=name)[0] for name in names])
    if "needs" in changed:
        touched |= _set(module, NEEDS, module.needs)  # type: ignore[attr-defined]
    if "excludes" in changed:
        touched |= _set(module, EXCLUDES, module.excludes)  # type: ignore[attr-defined]
    return list(touched.values())


def _set(module: Module, tie: ModuleTie.Tie, wanted: Iterable[Module]) -> dict[int, Module]:
    before = {one.other_id: one.other for one in module.ties.filter(tie=tie).select_related("other")}
    after = {one.pk: one for one in wanted}
    gone, new = before.keys() - after.keys(), after.keys() - before.keys()
    ModuleTie.objects.filter(module=module, other__in=gone, tie=tie).delete()
    ModuleTie.objects.bulk_create(ModuleTie(module=module, other=after[one], tie=tie) for one in sorted(new))
    if tie == EXCLUDES:
        # Of two that exclude each other both say so.
        ModuleTie.objects.filter(module__in=gone, other=module, tie=tie).delete()
        ModuleTie.objects.bulk_create(
            ModuleTie(module=after[one], other=module, tie=tie) for one in sorted(new)
        )
    return {one: (before | after)[one] for one in gone | new}

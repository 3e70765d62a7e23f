"""Which team is asked: 出什么事找哪个技术部门, from the product, the module and what shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from proxeny.catalogue.duty import on_duty
from proxeny.catalogue.hours import TeamTimes
from proxeny.catalogue.matching import Said, same, weight
from proxeny.catalogue.models import Module, Ownership, Product
from proxeny.core import clock
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff, Team

SYMPTOM, MODULE, PRODUCT, ELSEWHERE = range(4)
THEIR_SYMPTOM = N_("“%(symptom)s” in %(product)s is theirs")
THEIR_SYMPTOM_OF_MODULE = N_("“%(symptom)s” in %(product)s · %(module)s is theirs")
THEIR_MODULE = N_("%(product)s · %(module)s is theirs, whatever it is")
THEIR_PRODUCT = N_("%(product)s is theirs, whatever it is")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A team to ask, and why: `ownership` is the row that matched, `rank` how particular it is (0 a symptom … 3 elsewhere).

    `changes_at` is until when the team works if it `is_open_now`, from when again if not; None: not within two weeks.
    """

    team: Team
    because: Sentence
    ownership: Ownership
    rank: int
    symptom: str
    on_duty: Staff | None
    head: Staff | None
    is_open_now: bool
    changes_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Match:
    row: Ownership
    rank: int
    symptom: str = ""

    @property
    def order(self) -> tuple[int, bool, int, str, int]:
        module = self.row.module_id is None
        return self.rank, module, -weight(self.symptom), self.row.team.name, self.row.pk


def whom(product: Product | None, module: Module | None, text: str) -> list[Suggestion]:
    """Return the teams to ask, the best first: by a symptom that the text names, by the module, by the product.

    Without a product, those that the text names count, and the symptoms of all. Nothing: nobody owns this. Costs eight
    questions at most, whatever is owned.
    """
    product = product or (module.product if module else None)
    said = Said(text)
    standing = Ownership.objects.filter(ended_at=None)
    if product is not None:
        standing = standing.filter(product=product)
    if module is not None:
        standing = standing.filter(Q(module=module) | Q(module=None))
    rows = list(standing.select_related("product", "module", "team__head"))
    best: dict[int, _Match] = {}
    for match in sorted(_matches(rows, product, module, said), key=lambda one: one.order):
        best.setdefault(match.row.team_id, match)
    return _dressed(best)


def recognised(product: str, module: str = "") -> tuple[Product | None, Module | None]:
    """Return the product and module of these names, or other names of theirs; None for what is not in the catalogue.

    A module is looked for within the product, or everywhere if that has only one of the name.
    """
    found = next((one for one in Product.objects.all() if is_called(one, product)), None)
    part = None
    if module.strip():
        modules = Module.objects.select_related("product")
        modules = modules.filter(product=found) if found else modules
        named = [one for one in modules if is_called(one, module)]
        part = named[0] if len(named) == 1 else None
    return found or (part.product if part else None), part


def is_called(thing: Product | Module, name: str) -> bool:
    """Tell whether that is its name or another one of its names."""
    return bool(name.strip()) and any(same(name, one) for one in names(thing))


def names(thing: Product | Module) -> list[str]:
    """Return all its names."""
    return [thing.name, *thing.also_called]


def _matches(
    rows: Iterable[Ownership], product: Product | None, module: Module | None, said: Said
) -> Iterable[_Match]:
    rows = list(rows)
    modules = {row.module_id: bool(said.first_of(names(row.module))) for row in rows if row.module}
    if module is not None:
        modules[module.pk] = True
    products = {row.product_id: bool(said.first_of(names(row.product))) for row in rows}
    named = {number for number, is_named in products.items() if is_named}
    if product is not None:
        named = {product.pk}
    elif not named:
        named = {row.product_id for row in rows if modules.get(row.module_id)}
    for row in rows:
        if match := _match(row, named, modules, said):
            yield match


def _match(row: Ownership, named: set[int], modules: Mapping[int | None, bool], said: Said) -> _Match | None:
    is_here = row.product_id in named
    if row.symptoms:
        symptom = said.first_of(row.symptoms)
        return _Match(row, SYMPTOM if is_here or not named else ELSEWHERE, symptom) if symptom else None
    if row.module_id is None:
        return _Match(row, PRODUCT) if is_here else None
    return _Match(row, MODULE if is_here else ELSEWHERE) if modules.get(row.module_id) else None


def _dressed(best: Mapping[int, _Match]) -> list[Suggestion]:
    if not best:
        return []
    now, times, duty = clock.now(), TeamTimes(best), on_duty(best, clock.today())
    found = []
    for number, match in best.items():
        team, opening = match.row.team, times.opening(number, now)
        head = team.head if team.head and team.head.is_active else None
        found.append(
            Suggestion(
                team, because(match.row, match.symptom), match.row, match.rank, match.symptom,
                duty.get(number), head, opening.is_open, opening.changes_at,
            )
        )  # fmt: skip
    return found


def because(row: Ownership, symptom: str = "") -> Sentence:
    """Return what the row says, as a sentence; `symptom` is the one of its symptoms that was met."""
    values = {"product": row.product.name}
    if row.module:
        values["module"] = row.module.name
    if symptom:
        pattern = THEIR_SYMPTOM_OF_MODULE if row.module else THEIR_SYMPTOM
        return Sentence(pattern, {**values, "symptom": symptom})
    return Sentence(THEIR_MODULE if row.module else THEIR_PRODUCT, values)

"""A composition as tables and sentences for people."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _
from rich.markup import escape

from proxeny.analytics.options import Composition, Option
from proxeny.analytics.options.problem import Figures
from proxeny.catalogue.options.naming import Names
from proxeny.catalogue.options.reasons import look_again, reason_sentence, relaxation_sentence
from proxeny.catalogue.options.telling import LETTERS, better, beyond, left_out_because, title
from proxeny.cli.common import people, print_table
from proxeny.core.sentences import N_, Sentence
from proxeny.core.words import here, listed, share

UNPROVEN = {
    "cost": N_("%(option)s is not proven: there may be one that is at most %(gap)s cheaper."),
    "days": N_("%(option)s is not proven: there may be one that is at most %(gap)s quicker."),
    "risk": N_("%(option)s is not proven: there may be one that is at most %(gap)s less risky."),
}


def show(found: Composition, today: date) -> None:
    """Print what was composed, or why nothing was."""
    names = Names(found.problem)
    if found.problem.goal:
        people.print(found.problem.goal, style="bold", markup=False)
    if found.is_undecided:
        people.print(_("Time ran out before anything was found or ruled out. Give it more with --seconds."))
        return
    if found.options:
        _options(found, found.options, names)
        _proof(found)
        return
    people.print(_("Nothing reaches all of this as things stand:"))
    _bullets(reason_sentence(one, names) for one in found.reasons)
    if found.relaxations:
        people.print(_("What would make it work:"))
        _bullets(relaxation_sentence(one, names) for one in found.relaxations)
    if again := look_again(found, today):
        people.print(_("Look again on %(day)s.") % {"day": again.isoformat()})
    if found.instead:
        people.print("\n" + _("What can be had meanwhile:"))
        _options(found, found.instead, names)


def _bullets(sentences: Iterable[Sentence]) -> None:
    for one in sentences:
        people.print(f"  ○ {one.here()}", markup=False, highlight=False)


def _options(found: Composition, options: Sequence[Option], names: Names) -> None:
    print_table(
        "",
        ["", _("option"), _("working days"), _("cost"), _("risk"), _("adopts"), _("leaves out")],
        [
            [escape(str(cell)) for cell in row]
            for place, one in enumerate(options)
            for row in _rows(one, LETTERS[place], names)
        ],
        right=[2, 3, 4],
    )
    for place, one in enumerate(options):
        for kind, more in one.beyond:
            values = {"one": LETTERS[place], "beyond": beyond(kind, more, names).here()}
            people.print("  " + _("%(one)s: %(beyond)s") % values, markup=False, highlight=False)
        for capability in one.left_out:
            said = left_out_because(found, one, capability, names).here()
            line = _("%(one)s without %(capability)s: %(because)s")
            values = {"one": LETTERS[place], "capability": names.capability(capability), "because": said}
            people.print("  " + line % values, markup=False, highlight=False)
        for other, criteria in one.better_than:
            said = listed([sentence.here() for sentence in better(one, options[other], criteria)], here())
            line = _("%(one)s against %(other)s: %(better)s")
            values = {"one": LETTERS[place], "other": LETTERS[other], "better": said}
            people.print("  " + line % values, markup=False, highlight=False)


def _rows(option: Option, letter: str, names: Names) -> list[tuple[object, ...]]:
    left_out = listed([names.capability(one) for one in option.left_out], here())
    if len(option.phases) == 1:
        return [
            (
                letter,
                title(option).here(),
                *_figures(option.figures, names),
                _adopted(option, 0, names),
                left_out,
            )
        ]
    rows: list[tuple[object, ...]] = [
        (letter, title(option).here(), *_figures(option.figures, names), "", left_out)
    ]
    labels = [_("first phase"), _("afterwards")]
    for place, phase in enumerate(option.phases):
        rows.append(
            (
                "",
                f"  {labels[place]}",
                *_figures(phase.point.figures, names),
                _adopted(option, place, names),
                "",
            )
        )
    return rows


def _adopted(option: Option, place: int, names: Names) -> str:
    phase = option.phases[place]
    upgrades = [f"{product} → {edition}" for product, edition in sorted(phase.point.choice.upgrades)]
    given_up = [_("without %(module)s") % {"module": names.module(one)} for one in phase.given_up]
    return listed([*map(names.module, phase.new), *upgrades, *given_up], here())


def _figures(figures: Figures, names: Names) -> tuple[str, str, str]:
    cost = Sentence("%(cost)s", {"cost": names.money(figures.cost)}).here()
    return str(figures.days), cost, share(figures.chance_of_trouble, here())


def _proof(found: Composition) -> None:
    for place, option in enumerate(found.options):
        for axis, gap in option.phases[0].point.gaps.items():
            values = {"option": LETTERS[place], "gap": {"type": "share", "value": gap}}
            people.print(Sentence(UNPROVEN[axis], values).here(), highlight=False)
    if found.is_complete:
        people.print(
            _("Ways of which none beats another: %(count)s, and it is proven that there is no other.")
            % {"count": found.front}
        )
    else:
        people.print(_("Time ran out: there may be other ways of which none beats another."))

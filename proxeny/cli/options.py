"""`proxeny options`: compose options for a goal described in a file, or say why none exists."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from proxeny.analytics import options as composing
from proxeny.analytics.options import Problem, Wrong
from proxeny.catalogue.options.document import document, wrong_document
from proxeny.cli.common import FOUND_WHAT_IT_MUST_REPORT, json_option, on_option, print_json
from proxeny.cli.options_shown import show
from proxeny.core import clock
from proxeny.core.sentences import N_, Sentence

WRONG_USAGE = 2


@click.command("options")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@on_option
@click.option(
    "--seconds",
    type=click.FloatRange(0.1, 3600),
    default=composing.SECONDS,
    show_default=True,
    help="How long to look at most; what is not proven by then is said.",
)
@json_option
def command(file: Path, on: date | None, seconds: float, as_json: bool) -> None:
    """Compose options for the goal in FILE (JSON, docs/options.md), or say why there is none.

    Exit 0: there are options; 1: there is none, and why; 2: the file is not as it should be.
    """
    problem = _problem_in(file, as_json=as_json)
    with clock.on(on):
        found = composing.compose(problem, seconds=seconds)
        if as_json:
            print_json(document(found, clock.today()))
        else:
            show(found, clock.today())
    if not found.options:
        raise SystemExit(FOUND_WHAT_IT_MUST_REPORT)


def _problem_in(file: Path, *, as_json: bool) -> Problem:
    try:
        document = json.loads(file.read_bytes(), parse_float=Decimal, parse_constant=_no_number)
        json.dumps(document, ensure_ascii=False, default=str).encode()  # half a character cannot be printed
        return composing.read(document)
    except composing.Invalid as error:
        wrongs = error.wrongs
    except (ValueError, RecursionError) as error:
        wrongs = (Wrong("", N_("it is no JSON: %(error)s"), {"error": str(error)}),)
    if as_json:
        print_json(wrong_document(wrongs))
    for one in wrongs:
        said = Sentence(one.pattern, one.values).here()
        click.echo(f"{file.name}: {one.place + ': ' if one.place else ''}{said}", err=True)
    raise SystemExit(WRONG_USAGE)


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")

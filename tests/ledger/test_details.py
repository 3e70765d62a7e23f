"""What was found, in English for programs and in the reader's language for people."""

import copy
import json
from dataclasses import asdict

from proxeny.ledger.bundles.breaks import Kind as BundleKind
from proxeny.ledger.bundles.saying import BREAKS
from proxeny.ledger.checking import Break, Kind
from proxeny.ledger.checking.saying import KINDS, sentence
from proxeny.ledger.details import Detail, detail_of, translated

CHINESE = {
    "%(many)s lines are missing before %(sequence)s": "%(sequence)s 之前少了 %(many)s 条",
    "%(size)s: %(what)s": "%(size)s：%(what)s",
    "the path is too short": "证明路径太短",
    "100 % of it": "百分之百",
}
MISSING = Detail("%(many)s lines are missing before %(sequence)s", many=2, sequence=7)


def chinese(msgid: str) -> str:
    return CHINESE.get(msgid, msgid)


def test_a_detail_is_a_plain_text_for_programs() -> None:
    assert MISSING == "2 lines are missing before 7"
    assert json.loads(json.dumps(asdict(Break(5, Kind.MISSING, MISSING)))) == {
        "sequence": 5, "kind": "missing", "detail": "2 lines are missing before 7",
    }  # fmt: skip
    assert min(Break(5, Kind.MISSING, MISSING), Break(5, Kind.MISSING, Detail("1"))).detail == "1"


def test_it_is_said_in_the_readers_language_with_what_is_in_it() -> None:
    assert translated(MISSING, chinese) == "7 之前少了 2 条"
    nested = Detail("%(size)s: %(what)s", size=8, what=Detail("the path is too short"))
    assert (nested, translated(nested, chinese)) == ("8: the path is too short", "8：证明路径太短")
    assert translated(Detail("100 % of it"), chinese) == "百分之百"
    assert translated("a plain text, 100 %", chinese) == "a plain text, 100 %"


def test_a_copy_remembers_what_it_was_made_of() -> None:
    assert translated(copy.deepcopy(MISSING), chinese) == "7 之前少了 2 条"


def test_an_error_gives_the_detail_that_it_was_raised_with() -> None:
    assert translated(detail_of(ValueError(MISSING)), chinese) == "7 之前少了 2 条"
    assert detail_of(ValueError("plain")) == "plain"
    assert detail_of(ValueError()) == ""


def test_every_kind_of_break_has_its_words() -> None:
    assert {one.value for one in Kind} <= set(KINDS)
    assert set(BundleKind) == set(BREAKS)


def test_a_break_is_said_in_a_sentence() -> None:
    said = sentence(Break(5, Kind.MISSING, MISSING), str)
    assert said == "Entry 5, missing: lines were taken out. Found: 2 lines are missing before 7."

"""The pure part: what finds a name, in which order, and how near a slip is. No database."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from proxeny.core.spelling import marks, slips, sounds
from proxeny.core.spelling.laying import Entry
from proxeny.core.spelling.recall import Index, Level
from proxeny.core.spelling.units import units
from tests.accounts.made_up_names import TAILS, names
from tests.accounts.made_up_names import slips as slips_of

NAMES = names(400)
INDEX = Index(Entry(number, name, f"C-{number:04d}") for number, name in enumerate(NAMES))
CAST = [
    "鲁班建材有限公司",
    "星河物流",
    "中国广联能源",
    "重庆银行",
    "Acme Cloud (上海)",
    "蓝天食品",
    "建发材料",
]
FEW = Index(Entry(number, name, f"LB-{number:02d}") for number, name in enumerate(CAST))


def found(index: Index, typed: str, most: int = 8) -> list[tuple[int, Level]]:
    hits = index.strong(typed, most=most)
    taken = {hit.key for hit in hits}
    hits += [hit for hit in index.weak(typed, most=most + len(taken)) if hit.key not in taken]
    return [(hit.key, hit.level) for hit in hits[:most]]


def first(typed: str) -> tuple[str, Level] | None:
    return next(((CAST[key], level) for key, level in found(FEW, typed)), None)


@pytest.mark.parametrize(
    ("typed", "name", "level"),
    [
        ("星河物流", "星河物流", Level.EXACT),
        ("xinghewuliu", "星河物流", Level.EXACT),
        ("ＸＨＷＬ", "星河物流", Level.EXACT),
        ("lb-01", "星河物流", Level.EXACT),
        ("鲁班", "鲁班建材有限公司", Level.PREFIX),
        ("lubanji", "鲁班建材有限公司", Level.PREFIX),
        ("鲁ban", "鲁班建材有限公司", Level.PREFIX),
        ("lu班jc", "鲁班建材有限公司", Level.PREFIX),
        ("lubanjc", "鲁班建材有限公司", Level.PREFIX),
        ("lbjc", "鲁班建材有限公司", Level.INITIALS),
        ("wuliu", "星河物流", Level.CONTAINS),
        ("acmeyun", None, None),
        ("cloud 上海", "Acme Cloud (上海)", Level.CONTAINS),
        ("shanghai", "Acme Cloud (上海)", Level.CONTAINS),
        ("鲁班健材", "鲁班建材有限公司", Level.SOUND),
        ("zongguo", "中国广联能源", Level.SOUND),
        ("nubanjiancai", "鲁班建材有限公司", Level.SOUND),
        ("xinhewuniu", "星河物流", Level.SOUND),
        ("lantian", "蓝天食品", Level.PREFIX),
        ("langtian", "蓝天食品", Level.SOUND),
        ("congqinyinhan", "重庆银行", Level.SOUND),
        ("lubnajiancai", "鲁班建材有限公司", Level.SLIP),
        ("luvanjiancai", "鲁班建材有限公司", Level.SLIP),
        ("lubanjincai", "鲁班建材有限公司", Level.SLIP),
        ("lubbanjiancai", "鲁班建材有限公司", Level.SLIP),
        ("lbjv", "鲁班建材有限公司", Level.SLIP),
        ("acem", "Acme Cloud (上海)", Level.SLIP),
        ("lbk", None, None),
        ("qqq", None, None),
        ("-", None, None),
        ("", None, None),
    ],
)
def test_what_somebody_types_finds_what_they_mean(typed: str, name: str | None, level: Level | None) -> None:
    assert first(typed) == (None if name is None else (name, level))


def test_the_better_answer_comes_first() -> None:
    levels = [level for _, level in found(INDEX, "lan", most=30)]
    assert levels == sorted(levels)
    assert len(set(levels)) > 1
    assert [CAST[key] for key, _ in found(FEW, "建材")] == ["鲁班建材有限公司"]


def test_who_is_known_rises_and_who_has_left_sinks() -> None:
    twins = Index([Entry(1, "青松建材"), Entry(2, "青松科技"), Entry(3, "青松集团")])
    keys = [hit.key for hit in twins.strong("qs", weights={1: 15, 3: -5})]
    assert keys == [3, 2, 1]
    assert [hit.key for hit in twins.strong("青松建材", weights={1: 15})] == [1]


def test_only_those_are_found_among_whom_is_looked() -> None:
    for ask in (INDEX.strong, INDEX.weak):
        assert not ask("lan", among=set(), most=50)
        everyone = {hit.key for hit in ask("lanhu", most=500)}
        some = set(sorted(everyone)[::2])
        assert {hit.key for hit in ask("lanhu", among=some, most=500)} == some


@pytest.mark.parametrize("name", NAMES[:120])
def test_a_name_is_found_by_its_own_spellings(name: str) -> None:
    key, parts = NAMES.index(name), units(name)
    for typed in (name, "".join(unit.sound for unit in parts), "".join(unit.sound[0] for unit in parts)):
        assert dict(found(INDEX, typed))[key] is Level.EXACT, typed


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_a_name_is_found_with_any_two_letters_of_its_pinyin_swapped(name: str, data: st.DataObject) -> None:
    pinyin = "".join(unit.sound for unit in units(name))
    at = data.draw(st.integers(0, len(pinyin) - 2))
    typed = pinyin[:at] + pinyin[at + 1] + pinyin[at] + pinyin[at + 2 :]
    assert len(typed) >= 6
    assert NAMES.index(name) in dict(found(INDEX, typed))


LETTERS = st.text("abcg", min_size=0, max_size=30)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(LETTERS, min_size=1, max_size=8),
    st.text("abcg", min_size=1, max_size=slips.LONGEST),
    st.integers(0, 2),
)
def test_the_distance_of_many_at_once_is_that_of_each_alone(words: list[str], typed: str, most: int) -> None:
    """Against RapidFuzz: the least distance to any beginning of the word."""
    reckoned = slips.distances(slips.columns(words), typed, most)
    for word, distance in zip(words, reckoned.tolist(), strict=True):
        true = min(OSA.distance(typed, word[:end]) for end in range(len(word) + 1))
        assert min(distance, most + 1) == min(true, most + 1), word


def test_nearly_every_slip_finds_its_name_among_the_first_five() -> None:
    """Over 300 slips on a keyboard or of the ear; the names are made up, the five of 400 share words with it."""
    chance, tried, missed = random.Random(11), 0, []
    for key in chance.sample(range(len(NAMES)), 50):
        own = NAMES[key]
        for tail in TAILS:
            own = own.removesuffix(tail) if tail else own
        pinyin = "".join(unit.sound for unit in units(own))
        for sort, typed in slips_of(pinyin, key):
            tried += 1
            if key not in dict(found(INDEX, typed, most=5)):
                missed.append((sort, NAMES[key], typed))
    assert tried >= 300
    assert len(missed) <= tried // 50, missed


@pytest.mark.parametrize(
    ("one", "other"),
    [("zhongshan", "zongsan"), ("chengdu", "cengdu"), ("ningbo", "linbo"), ("guangzhou", "guanzou")],
)
def test_what_one_mouth_does_not_tell_apart_is_the_same(one: str, other: str) -> None:
    assert sounds.merged(one) == sounds.merged(other)


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("lbjc", "鲁班建材"),
        ("班建", "班建"),
        ("鲁ban", "鲁班"),
        ("健材", "建材"),
        ("lubnajiancai", "鲁班建材"),
        ("C-0001", None),
    ],
)
def test_the_letters_that_answer_are_named(typed: str, marked: str | None) -> None:
    name = "上海鲁班建材有限公司"
    span = marks.span(name, typed)
    assert (span and name[slice(*span)]) == marked


def test_what_stays_of_an_index_is_taken_over() -> None:
    again = Index([*FEW.entries[1:], Entry(99, "鲁班新材")], FEW)
    assert [key for key, _ in found(again, "鲁班")] == [99]
    assert all(again.laid[entry] is FEW.laid[entry] for entry in FEW.entries[1:])

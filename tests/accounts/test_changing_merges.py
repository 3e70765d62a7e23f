from hypothesis import given
from hypothesis import strategies as st

from proxeny.accounts.merging import merge

FIELDS = ["industry", "region", "name"]
words = st.sampled_from(["", "零售", "建材", "物流", "retail"])
versions = st.fixed_dictionaries(dict.fromkeys(FIELDS, words))
wishes = st.dictionaries(st.sampled_from(FIELDS), words)


@given(now=versions, seen=versions, wanted=wishes)
def test_every_wish_is_kept_or_stands_already_or_is_asked_about(now, seen, wanted) -> None:
    merged = merge(now, seen, wanted)
    clashes = {clash.field: clash for clash in merged.clashes}
    assert not clashes.keys() & merged.changes.keys()
    for name, mine in wanted.items():
        if name in merged.changes:
            assert merged.changes[name] == mine
        elif name in clashes:
            clash = clashes[name]
            assert (clash.mine, clash.theirs, clash.before) == (mine, now[name], seen[name])
            assert len({mine, now[name], seen[name]}) == 3
        else:
            assert mine in (now[name], seen[name])


@given(now=versions, wanted=wishes)
def test_alone_one_gets_what_one_wants_without_being_asked(now, wanted) -> None:
    merged = merge(now, now, wanted)
    assert merged.clashes == []
    assert {**now, **merged.changes} == {**now, **wanted}


@given(before=versions, mine=versions, theirs=versions)
def test_who_comes_first_makes_no_difference_to_where_two_differ(before, mine, theirs) -> None:
    there = {clash.field for clash in merge(theirs, before, mine).clashes}
    back = {clash.field for clash in merge(mine, before, theirs).clashes}
    assert there == back


@given(before=versions, mine=versions, theirs=versions)
def test_without_a_clash_both_changes_stand(before, mine, theirs) -> None:
    merged = merge(theirs, before, mine)
    if not merged.clashes:
        after = {**theirs, **merged.changes}
        for name in FIELDS:
            if mine[name] != before[name]:
                assert after[name] == mine[name]
            elif theirs[name] != before[name]:
                assert after[name] == theirs[name]

"""Which texts are alike: the estimate is as good as it says, and what is found is exact."""

import numpy as np
import pytest

from proxeny.analytics.boilerplate.minhash import HASHES, alike, jaccard, shingles, signatures
from tests.analytics.boilerplate.made_up_reports import made_up


def test_the_exact_share_is_that_of_sets() -> None:
    one, other = "续约在即我们准备好了", "续约在即我们还没准备"
    sets = [{text[at : at + 3] for at in range(len(text) - 2)} for text in (one, other)]
    assert jaccard(shingles(one), shingles(other)) == pytest.approx(
        len(sets[0] & sets[1]) / len(sets[0] | sets[1])
    )
    assert jaccard(shingles(""), shingles("好")) == 0
    one, other = "we are ready to renew", "we are ready to leave"
    assert jaccard(shingles(one), shingles(other)) == pytest.approx(2 / 4)


@pytest.mark.parametrize("share", [0.5, 0.8, 0.95])
def test_the_estimate_scatters_as_it_should(share: float) -> None:
    rng = np.random.default_rng(1)
    common = round(600 * share)
    sets = []
    for _ in range(400):
        members = rng.choice(2**60, 600, replace=False).astype(np.uint64)
        own = (600 - common) // 2
        sets += [
            np.sort(members[: common + own]),
            np.sort(np.concatenate([members[:common], members[common + own :]])),
        ]
    signed = signatures(sets)
    found = (signed[::2] == signed[1::2]).mean(axis=1)
    assert found.mean() == pytest.approx(share, abs=0.01)
    assert found.std() == pytest.approx(np.sqrt(share * (1 - share) / HASHES), rel=0.15)


def test_hardly_any_alike_text_is_missed_and_none_is_made_up() -> None:
    texts = [one.text for one in made_up(300, 5).documents]
    sets = [shingles(text) for text in texts]
    owners = np.arange(300)
    found = {(a, b): share for a, b, share in alike(sets, owners, owners)}
    truth = {
        (a, b): jaccard(sets[a], sets[b])
        for a in range(300)
        for b in range(300)
        if a != b and jaccard(sets[a], sets[b]) >= 0.5
    }
    assert found.items() <= truth.items()
    assert len(found) >= 0.95 * len(truth)
    assert all((b, a) in found for a, b in found)


def test_only_what_was_asked_and_only_other_owners_are_compared() -> None:
    same = shingles("本季度系统整体运行平稳未发生一级故障")
    sets, owners = [same, same, same], np.array([0, 0, 1])
    assert [(a, b) for a, b, _ in alike(sets, np.array([0]), owners)] == [(0, 2)]
    empty = np.empty(0, dtype=np.uint64)
    assert list(alike([empty, empty], np.array([0, 1]), np.array([0, 1]))) == []

"""Every page there is, in both languages, with everything on it opened: for all eyes and hands, and at every size."""

import pytest

from tests.browser.every_page.walk import Findings

# Only so that there is a database; the walk is over before a test's own transaction begins.
pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def said(findings: Findings, kind: str) -> str:
    return "\n".join(["", *sorted(set(findings.wrong[kind]))])


def test_every_page_can_be_opened(findings: Findings) -> None:
    assert not findings.wrong["broken"], said(findings, "broken")


def test_axe_finds_nothing_serious(findings: Findings) -> None:
    assert not findings.wrong["axe"], said(findings, "axe")


def test_no_page_runs_off_sideways_at_any_width_or_with_large_letters(findings: Findings) -> None:
    assert not findings.wrong["sideways"], said(findings, "sideways")


def test_no_text_is_cut_when_letters_are_twice_as_large(findings: Findings) -> None:
    assert not findings.wrong["cut"], said(findings, "cut")


def test_a_page_has_one_title_one_main_part_and_its_headings_in_order(findings: Findings) -> None:
    assert not findings.wrong["outline"], said(findings, "outline")


def test_the_focus_shows_is_not_covered_and_goes_down_the_page(findings: Findings) -> None:
    assert not findings.wrong["focus"], said(findings, "focus")


def test_nothing_moves_for_those_who_asked_for_that(findings: Findings) -> None:
    assert not findings.wrong["motion"], said(findings, "motion")


def test_on_paper_there_is_nothing_to_press(findings: Findings) -> None:
    assert not findings.wrong["paper"], said(findings, "paper")


def test_the_walk_met_the_pages_that_matter(findings: Findings) -> None:
    for name in (
        "docket",
        "docket-item",
        "accounts",
        "account",
        "imports",
        "import",
        "ledger",
        "people",
        "calendar",
    ):
        assert {f"zh {name}", f"en {name}"} <= set(findings.walked)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.tabular.formulas import harmless, original_text, runs_as_formula, safe_cell

TRICKY = st.text(alphabet="'=+-@＝＋－＠ \t\r\n\x00\x01\u200b\ufeff\"',;|ab1.5中_x000D", max_size=12)
TEXT = st.one_of(st.text(max_size=20), TRICKY)


@given(TEXT)
def test_a_safe_cell_runs_nowhere_and_gives_its_text_back(text):
    assert not runs_as_formula(safe_cell(text))
    assert original_text(safe_cell(text)) == text
    assert original_text(harmless(text)) == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "@x", "\t=1", "\r", "\n", " =1", "\x01=1", "＝1", "－x", "-1+cmd|x", "\u200b=1", "'=1"],
)
def test_what_could_run_is_guarded(text):
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["-12.5", "-3", "a=b", "", "'tis", "2-1"])
def test_what_cannot_run_is_left_alone(text):
    assert safe_cell(text) == text


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|x", "-2+3", "@SUM(A1)", "\t=1", "  =1", "＝1"])
def test_formulas_are_made_harmless(cell):
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-12.50", "+5", "-1,234.50", "12-", "A=B", "", "云帆"])
def test_numbers_and_plain_cells_stay_as_they_are(cell):
    assert harmless(cell) == cell

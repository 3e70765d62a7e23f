import pytest

from proxeny.intake.tabular.fields import Field, Kind
from proxeny.intake.tabular.headers import match_header, names_of_columns, overrides_from
from proxeny.intake.tabular.presets import load_preset, names_of_presets
from proxeny.intake.tabular.problems import TabularError

FIELDS = (
    Field("reference", Kind.REFERENCE, required=True, synonyms=("客户编号", "Account ID")),
    Field("name", required=True, synonyms=("客户名称", "Account name", "客户")),
    Field("customer_since", Kind.DATE, synonyms=("合作开始",)),
)


def code(function, *args) -> str:
    with pytest.raises(TabularError) as caught:
        function(*args)
    return caught.value.problem.code


def test_names_match_whatever_their_case_width_and_blanks():
    columns = match_header(
        FIELDS, names_of_columns(["\ufeffＡccount＿id", "account  NAME", "Customer-Since", "X"], 1)
    )
    assert columns.found == {
        "reference": "Ａccount＿id",
        "name": "account NAME",
        "customer_since": "Customer-Since",
    }
    assert (columns.missing, columns.absent, columns.unused) == ((), (), ("X",))


def test_the_better_synonym_wins_and_the_other_column_is_left():
    columns = match_header(FIELDS, ["客户", "客户名称"])
    assert columns.found == {"name": "客户名称"}
    assert (columns.missing, columns.absent, columns.unused) == (
        ("reference",),
        ("customer_since",),
        ("客户",),
    )
    assert code(columns.require_complete) == "missing_columns"


def test_a_persons_word_goes_before_every_guess():
    columns = match_header(
        FIELDS, ["客户", "客户名称", "No"], overrides_from(["name=客户", "reference = no"])
    )
    assert columns.found == {"reference": "No", "name": "客户"}
    assert "name" not in match_header(FIELDS, ["客户名称"], {"name": ""}).found
    assert code(match_header, FIELDS, ["a"], {"nome": "a"}) == "unknown_field"
    assert code(match_header, FIELDS, ["a"], {"name": "b"}) == "unknown_column"
    assert code(match_header, FIELDS, ["a"], {"name": "a", "reference": "a"}) == "column_taken"
    assert code(overrides_from, ["name"]) == "unknown_option"


def test_a_header_without_a_name_gets_one_and_two_of_one_name_are_refused():
    assert names_of_columns(["a", " ", "b", None, ""], 1) == ("a", "#2", "b")
    assert code(names_of_columns, ["a", "a "], 1) == "duplicate_header"
    assert code(names_of_columns, [None, ""], 1) == "unnamed_header"


@pytest.mark.parametrize("name", names_of_presets("accounts"))
def test_every_preset_finds_what_an_account_needs_by_its_first_names(name):
    preset = load_preset("accounts", name)
    columns = match_header(FIELDS, [names[0] for names in preset.columns.values()], hints=preset.columns)
    assert columns.missing == ()
    assert columns.found["reference"] == preset.columns["reference"][0]


def test_a_preset_knows_a_programs_own_words_and_an_unknown_one_lists_the_others():
    level = Field("level", Kind.CHOICE, choices={"strategic": ("战略",), "key": ()})
    [taught] = load_preset("accounts", "fxiaoke").applied_to([level])
    assert taught.choices == {"strategic": ("战略", "战略客户"), "key": ("重点客户", "重要客户")}
    assert code(load_preset, "accounts", "../accounts/zoho") == "unknown_preset"

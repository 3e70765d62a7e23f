import re

from hypothesis import given
from hypothesis import strategies as st

from proxeny.web.forms.differing import marked, pieces

texts = st.text(alphabet="ab <&建材零售\n。", max_size=20)


def plain(marked_text: str) -> str:
    bare = re.sub(r"</?mark>", "", marked_text)
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&#x27;", "'"), ("&quot;", '"'), ("&amp;", "&")):
        bare = bare.replace(name, sign)
    return bare


@given(texts, st.lists(texts, max_size=2))
def test_marking_loses_and_adds_nothing(text: str, against: list[str]) -> None:
    assert plain(marked(text, against)) == text
    assert "".join(pieces(text)) == text


@given(texts)
def test_what_is_the_same_is_not_marked(text: str) -> None:
    assert "<mark>" not in marked(text, [text])


def test_words_are_compared_whole_and_chinese_by_characters() -> None:
    assert marked("home retail", ["home retailer"]) == "home <mark>retail</mark>"
    assert marked("家居零售", ["家居批发"]) == "家居<mark>零售</mark>"


def test_what_was_typed_is_text_and_never_markup() -> None:
    assert "<script>" not in marked("<script>", [""])

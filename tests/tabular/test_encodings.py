import pytest

from proxeny.tabular.encodings import ChineseWatch, Mark, Utf8Watch, codec_named, mark_of

CHINESE = "客户编号,日期,金额\n" + "云帆科技,2026-01-05,12.50\n" * 40


def watched(content: bytes, piece: int = 7) -> Utf8Watch:
    watch = Utf8Watch()
    for start in range(0, len(content), piece):
        watch.feed(content[start : start + piece])
    watch.feed(b"", final=True)
    return watch


def test_a_mark_or_the_zero_bytes_name_the_encoding():
    assert mark_of(CHINESE.encode("utf-8-sig")) == Mark("utf-8", 3)
    assert mark_of(b"\xff\xfe" + CHINESE.encode("utf-16-le")) == Mark("utf-16-le", 2)
    assert mark_of(CHINESE.encode("utf-16-be")) == Mark("utf-16-be", 0)
    assert mark_of(CHINESE.encode("utf-32")) == Mark("utf-32-le", 4)
    assert mark_of(CHINESE.encode()) is mark_of(CHINESE.encode("gbk")) is mark_of(b"a,b\n1\0,2\n") is None


def test_utf8_with_damaged_places_is_told_from_what_never_was_utf8():
    assert not watched(CHINESE.encode()).damaged
    assert not watched((CHINESE + "\ufffd,a\n").encode()).damaged
    for damage in (b"\xff,2026-01-05,1\n", "坏".encode()[:2]):
        damaged = watched(CHINESE.encode() + damage)
        assert (damaged.damaged, damaged.is_utf8, damaged.broken_at) == (True, True, 42)
    gbk = watched(("name,city\n" + CHINESE).encode("gbk"))
    assert (gbk.damaged, gbk.is_utf8, gbk.broken_at) == (True, False, 2)


@pytest.mark.parametrize(
    ("content", "everyday"),
    [
        (CHINESE.encode("gb18030"), True),
        (b"plain", True),
        ("Müller,Köln\nLefèvre,Orléans\n".encode("cp1252"), False),
        ("客戶編號,國泰聯華電子\n".encode("big5"), False),
    ],
)
def test_only_everyday_characters_make_a_text_chinese(content, everyday):
    watch = ChineseWatch()
    watch.feed(content.decode("gb18030"))
    assert watch.is_everyday is everyday


def test_only_encodings_of_text_have_a_codec():
    assert codec_named("GBK") == "gbk"
    assert [codec_named(name) for name in ("hex", "rot13", "klingon", "a\0b")] == [None] * 4

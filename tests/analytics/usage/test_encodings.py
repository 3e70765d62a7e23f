import gzip

import pytest

from proxeny.analytics.usage.reading import How, ReadingError, read

TABLE = (
    "客户编号,计量项,日期,用量,金额,币种\n"
    "云帆科技,存储,2026年1月5日,3,10.50,人民币\n"
    "海川集团,存储,2026/1/6,4,1.25,CNY\n"
)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gbk", "gb18030"), ("gb18030", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"),
    ],
)  # fmt: skip
def test_chinese_text_is_read_in_every_usual_encoding(reading_of, encoding, named):
    with reading_of(TABLE, encoding=encoding) as reading:
        assert reading.encoding == named
        assert reading.accounts_seen()["account"].to_pylist() == ["云帆科技", "海川集团"]
        assert reading.sums == {"amount": {"CNY": "11.75"}, "quantity": {"存储": "7.00"}}
        assert reading.mapping == {
            "account": "客户编号",
            "meter": "计量项",
            "day": "日期",
            "quantity": "用量",
            "amount": "金额",
            "currency": "币种",
        }


def test_an_encoding_that_a_person_names_is_used(reading_of):
    with reading_of(TABLE.replace("客户编号", "账户"), encoding="gbk") as reading:
        assert reading.rows.good == 2


def test_a_few_damaged_bytes_make_their_row_bad_and_no_other(reading_of):
    good = "".join(f"客户{n},存储,2026-01-05,1,2,CNY\n" for n in range(30))
    table = ("客户编号,计量项,日期,用量,金额,币种\n" + good).encode()
    with reading_of(table + "坏".encode()[:2] + ",存储,2026-01-05,1,2,CNY\n".encode()) as reading:
        assert (reading.rows.good, reading.rows.bad) == (30, 1)
        assert [(f.row, f.column, f.reason.code) for f in reading.errors] == [
            (32, "客户编号", "bytes_invalid")
        ]


def test_bytes_of_no_known_encoding_are_refused_with_their_row(reading_of):
    with pytest.raises(ReadingError, match="at row 3 is neither UTF-8 nor GB18030"):
        reading_of(b"account,day,amount\nA,2026-01-05,1\n\xff\xff\xff,2026-01-05,1\n")


def test_western_text_is_not_taken_for_chinese(file_of):
    table = "account,day,amount\nA,2026-01-05,1\nMüller Köln,2026-01-05,1\n".encode("cp1252")
    with pytest.raises(ReadingError, match="at row 3 is neither UTF-8 nor GB18030"):
        read(file_of(table))
    with read(file_of(table), How(encoding="cp1252")) as reading:
        assert reading.accounts_seen()["account"].to_pylist() == ["A", "Müller Köln"]


def test_what_is_no_encoding_of_text_is_refused(file_of):
    with pytest.raises(ReadingError, match="no encoding called hex"):
        read(file_of(TABLE), How(encoding="hex"))


def test_a_file_packed_twice_is_called_what_it_is(reading_of):
    with pytest.raises(ReadingError, match="This is a gzip file"):
        reading_of(gzip.compress(gzip.compress(TABLE.encode())))


def test_a_character_across_a_chunk_is_not_damage(reading_of, monkeypatch):
    monkeypatch.setattr("proxeny.analytics.usage.reading.content.CHUNK", 7)
    monkeypatch.setattr("proxeny.analytics.usage.reading.rewriting.CHUNK", 5)
    for encoding in ("utf-8", "gbk", "utf-16"):
        with reading_of(TABLE.replace("\n", "\r\n", 2), encoding=encoding) as reading:
            assert reading.accounts_seen()["account"].to_pylist() == ["云帆科技", "海川集团"]

import gzip

import pytest

from proxeny.analytics.usage.reading import How, ReadingError, preview

HEADER = "account,meter,day,quantity,amount,currency\n"


def test_the_first_rows_are_shown_as_written_and_as_read(file_of):
    shown = preview(file_of(HEADER + 'A,api,2026/1/5,3,"1,234.50",cny\nB,api,soon,1,2,CNY\nC,api\n'))
    assert (shown.preset, shown.suggestion.preset, shown.header[0]) == ("long", "long", "account")
    first, second = shown.rows
    assert first.cells == ("A", "api", "2026/1/5", "3", "1,234.50", "cny")
    assert first.read == {
        "account": "A",
        "meter": "api",
        "day": "2026-01-05",
        "quantity": "3.00",
        "amount": "1234.50",
        "currency": "CNY",
    }
    assert [(fault.row, fault.column, fault.reason.code) for fault in second.wrong] == [
        (3, "day", "day_unreadable")
    ]
    assert [(fault.row, fault.reason.code) for fault in shown.torn] == [(4, "cells_missing")]


def test_an_unknown_header_is_shown_with_the_problem(file_of):
    shown = preview(file_of("nome;data\nA;2026-01-05\n"))
    assert shown.problem is not None
    assert shown.problem.code == "no_preset_fits"
    assert shown.rows[0].cells == ("A", "2026-01-05")
    mapped = preview(
        file_of("nome;data;n\nA;2026-01-05;4\n"),
        How("transactions", {"account": "nome", "day": "data", "quantity": "n"}),
    )
    assert mapped.problem is None
    assert mapped.rows[0].read["quantity"] == "4.00"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
def test_a_long_file_is_only_begun(file_of, encoding, monkeypatch):
    monkeypatch.setattr("proxeny.analytics.usage.reading.previewing.SAMPLE", 1001)
    text = "客户,计量项,日期,数量\n" + "云帆,存储,2026-01-05,3\n" * 10_000
    packed = gzip.compress(text.encode(encoding), mtime=0)
    for path in (file_of(text, "usage.csv", encoding), file_of(packed, "usage.csv.gz")):
        shown = preview(path, rows=3)
        assert [row.read["quantity"] for row in shown.rows] == ["3.00"] * 3
        assert shown.torn == []


def test_json_lines_and_nothing_at_all(file_of):
    event = '{"subject":"A","time":"2026-01-05T00:00:00Z","specversion":"1.0","type":"t","data":{"value":1}}'
    shown = preview(file_of(f"{event}\nnot json\n", "events.jsonl"))
    assert shown.rows[0].read["meter"] == "t"
    assert shown.torn[0].reason.code == "json_invalid"
    with pytest.raises(ReadingError, match="empty"):
        preview(file_of(b""))

import gzip
import io
import tracemalloc
import zipfile

import pytest

from proxeny.analytics.usage.reading import ReadingError, read

HEADER = "account,meter,day,quantity,amount,currency\n"
GOOD = "A,api,2026-01-05,3,10.50,CNY\n"


def errors(reading):
    return [(fault.row, fault.column, fault.value, str(fault.reason)) for fault in reading.errors]


def refusal(reading_of, content, **how):
    with pytest.raises(ReadingError) as caught:
        reading_of(content, **how)
    return caught.value.reason.code, str(caught.value)


def test_an_empty_file_says_so(reading_of):
    for content in (b"", b"\n\n", b"\xef\xbb\xbf"):
        assert refusal(reading_of, content) == ("file_empty", "The file is empty.")


def test_a_header_alone_says_so(reading_of):
    assert refusal(reading_of, HEADER)[0] == "header_only"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ReadingError, match=r"no file at nowhere\.csv"):
        read(tmp_path / "nowhere.csv")


def test_a_foreign_delimiter_leaves_one_column_and_says_so(reading_of):
    code, text = refusal(reading_of, "account^day^amount\nA^2026-01-05^3\n")
    assert code == "one_column"
    assert "account^day^amount" in text


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(reading_of, mark):
    text = "account,meter,day,quantity\n@,api,2026-01-05,3\n".replace(",", mark)
    with reading_of(text.replace("@", f'"A{mark} B"')) as reading:
        assert reading.delimiter == mark
        assert reading.accounts_seen()["account"].to_pylist() == [f"A{mark} B"]


def test_a_missing_column_is_named_with_what_was_found(reading_of):
    code, text = refusal(reading_of, "account,meter,amount\nA,api,3\n", preset="long")
    assert code == "column_missing"
    assert "No column for day. Found: account, meter, amount" in text


def test_ragged_rows_are_bad_and_the_others_stay(reading_of):
    with reading_of(
        HEADER + GOOD + "A,api\n" + "B,api,2026-01-05,1,2,CNY,more\n" + "C,api,2026-01-05,1,2,CNY\n"
    ) as reading:
        assert (reading.rows.read, reading.rows.good, reading.rows.bad) == (4, 2, 2)
        assert errors(reading) == [
            (3, "", "A,api", "The row has 2 cells where the header has 6."),
            (4, "", "B,api,2026-01-05,1,2,CNY,more", "The row has 7 cells where the header has 6."),
        ]


def test_row_numbers_count_blank_and_torn_rows(reading_of):
    with reading_of(
        HEADER + GOOD + "\n\nA,api\n" + "B,api,soon,1,2,CNY\n\n" + "C,api,later,1,2,CNY\n"
    ) as reading:
        assert [(fault.row, fault.value) for fault in reading.errors] == [
            (5, "A,api"),
            (6, "soon"),
            (8, "later"),
        ]


def test_an_open_quote_is_reported_where_it_opens_with_what_it_swallowed(reading_of):
    with reading_of(
        HEADER + GOOD + '"B,api,2026-01-05,1,2,CNY\n' + "C,api,2026-01-05,1,2,CNY\n" * 3
    ) as reading:
        assert reading.rows.good == 1
        assert reading.rows.bad == 4
        [fault] = reading.errors
        assert (fault.row, fault.reason.code, fault.reason.params["lines"]) == (3, "quote_open", 4)


def test_a_million_columns_are_refused_before_the_engine_sees_them(reading_of):
    wide = ",".join(f"c{n}" for n in range(1_000_000))
    code, text = refusal(reading_of, wide + "\n" + "1," * 999_999 + "1\n")
    assert code == "too_many_columns"
    assert "at most 2000" in text


def test_a_cell_of_a_hundred_megabytes_is_refused_with_its_row_and_little_memory(file_of):
    path = file_of(HEADER + GOOD)
    with path.open("ab") as stream:
        stream.write(b"B,api,2026-01-05,1,")
        for _ in range(100):
            stream.write(b"9" * 1_000_000)
        stream.write(b",CNY\n")
    tracemalloc.start()
    try:
        with pytest.raises(ReadingError, match="Row 3 holds more than 1048576 bytes"):
            read(path)
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


def test_a_huge_cell_hidden_in_gzip_is_refused_too(file_of):
    packed = gzip.compress((HEADER + GOOD).encode() + b"B,api,2026-01-05," + b"9" * 30_000_000 + b",1,CNY\n")
    with pytest.raises(ReadingError, match="Row 3"):
        read(file_of(packed, "usage.csv.gz"))


def test_a_huge_quoted_cell_of_short_lines_is_refused_where_it_opens(reading_of):
    huge = '"' + "short\n" * 600_000 + '"'
    code, text = refusal(reading_of, HEADER + GOOD + f"{huge},api,2026-01-05,1,2,CNY\n")
    assert code == "cell_too_large"
    assert text.startswith("Row 3 ")


def test_a_quote_inside_a_cell_opens_nothing(reading_of):
    rows = [
        f'A 12" plate,api,{2020 + n // 336}-{1 + n // 28 % 12:02}-{1 + n % 28:02},1,2,CNY' for n in range(500)
    ]
    plain = "".join(f"B{n},api,2026-01-05,1,2,CNY\n" for n in range(90_000))
    with reading_of(HEADER + "\n".join(rows) + "\n" + plain) as reading:
        assert reading.rows.good == 90_500


def test_rows_that_end_in_a_delimiter_are_read(reading_of):
    with reading_of(
        HEADER + GOOD.replace("\n", ",\n") * 1 + GOOD.replace("A", "B").replace("\n", ",\n")
    ) as reading:
        assert (reading.rows.good, reading.rows.bad) == (2, 0)


def test_a_large_cell_of_many_lines_is_a_bad_row(reading_of):
    huge = '"' + ("x\n" * 30_000 + '""') * 50 + '"'
    with reading_of(
        HEADER + GOOD + f"{huge},api,2026-01-05,1,2,CNY\n" + "C,api,2026-01-05,1,2,CNY\n"
    ) as reading:
        assert [fault.reason.code for fault in reading.errors] == ["cell_over"]
        assert reading.errors[0].row == 3
        assert reading.rows.good == 2


def test_nul_bytes_make_their_row_bad(reading_of):
    with reading_of(
        HEADER + GOOD + "B\0B,api,2026-01-05,1,2,CNY\n" + "C,api,2026-01-05,1\0,2,CNY\n"
    ) as reading:
        assert [(f.row, f.column, f.reason.code) for f in reading.errors] == [
            (3, "account", "nul_inside"),
            (4, "quantity", "nul_inside"),
        ]
        assert reading.rows.good == 1


def test_a_workbook_called_csv_is_called_what_it_is(reading_of):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    code, text = refusal(reading_of, packed.getvalue())
    assert code == "other_kind"
    assert "Excel (.xlsx)" in text


def test_a_page_of_html_is_called_what_it_is(reading_of):
    assert "HTML" in refusal(reading_of, "<!DOCTYPE html><html>not found</html>")[1]


def test_two_columns_of_one_name_are_refused_only_where_it_matters(reading_of):
    rows = "account,meter,day,amount,{}\nA,api,2026-01-05,1,2\n"
    assert refusal(reading_of, rows.format("amount"))[0] in {"mapped_twice", "no_preset_fits"}
    with reading_of(rows.format("account_note")) as reading:
        assert reading.rows.good == 1
    with reading_of("note,note,account,day,amount\nx,y,A,2026-01-05,1\n") as reading:
        assert reading.rows.good == 1


def test_damaged_gzip_says_so(reading_of):
    packed = gzip.compress((HEADER + GOOD * 100).encode())
    assert refusal(reading_of, packed[:-9], name="usage.csv.gz")[0] == "file_damaged"
    assert (
        refusal(reading_of, packed[:30] + b"\0" * 9 + packed[39:], name="usage.csv.gz")[0] == "file_damaged"
    )


def test_gzip_members_one_after_the_other_are_one_file(reading_of):
    packed = gzip.compress(HEADER.encode()) + gzip.compress(GOOD.encode())
    with reading_of(packed, "usage.csv.gz") as reading:
        assert reading.rows.good == 1


def test_damaged_parquet_says_so(reading_of):
    assert refusal(reading_of, b"PAR1" + b"\1" * 400, name="usage.parquet")[0] == "file_damaged"


def test_what_the_engine_cannot_read_is_refused_in_one_sentence(reading_of, monkeypatch):
    monkeypatch.setattr(
        "proxeny.analytics.usage.reading.casting.Casting._bad", lambda self: "1/0::VARCHAR::INTEGER[]"
    )
    code, text = refusal(reading_of, HEADER + GOOD)
    assert code == "engine_refused"
    assert "\n" not in text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_end_of_line_is_read(reading_of, end):
    with reading_of((HEADER + GOOD + GOOD.replace("A", "B")).replace("\n", end)) as reading:
        assert reading.rows.good == 2


def test_mixed_ends_of_lines_are_read(reading_of):
    with reading_of(HEADER + GOOD.replace("\n", "\r\n") + GOOD.replace("A", '"B\nB"')) as reading:
        assert reading.accounts_seen()["account"].to_pylist() == ["A", "B\nB"]


def test_glob_characters_in_a_name_are_only_a_name(file_of):
    file_of(HEADER + GOOD * 1, "usage1.csv")
    with read(file_of(HEADER + GOOD.replace("A", "B"), "usage[1]*?.csv")) as reading:
        assert reading.accounts_seen()["account"].to_pylist() == ["B"]


def test_a_file_that_changes_while_it_is_read_is_noticed(file_of):
    path = file_of(HEADER + GOOD)

    def touch(done, total):
        if done > total // 3:
            path.write_text(HEADER + GOOD + GOOD)

    with pytest.raises(ReadingError, match="changed while"):
        read(path, progress=touch)


def test_the_fingerprint_tells_a_changed_file_from_the_one_seen_before(file_of):
    with read(file_of(HEADER + GOOD)) as first:
        pass
    with read(file_of(HEADER + GOOD.replace("10.50", "10.51"))) as second:
        assert first.sha256 != second.sha256


def test_whatever_progress_raises_ends_the_reading_and_leaves_no_scratch(file_of, tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))

    def cancel(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(file_of(HEADER + GOOD), progress=cancel)
    assert list(scratch.iterdir()) == []


def test_progress_grows_to_the_whole(file_of):
    seen = []
    with read(file_of(HEADER + GOOD * 1), progress=lambda done, total: seen.append((done, total))):
        pass
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1]


def test_bad_rows_are_written_with_their_reasons_and_no_formula_runs(file_of, tmp_path):
    target = tmp_path / "bad.csv"
    content = HEADER + '=HYPERLINK("x"),api,soon,1,-2,CNY\n'.replace('"x"', "x") + "A,api\n"
    with read(file_of(content), bad_rows_to=target, explain=lambda why: why.code):
        pass
    assert target.read_text("utf-8-sig").splitlines() == [
        "account,meter,day,quantity,amount,currency,reason",
        "A,api,cells_missing",
        "'=HYPERLINK(x),api,soon,1,-2,CNY,day_unreadable",
    ]


def test_every_bad_row_is_counted_though_only_some_are_listed(reading_of, monkeypatch):
    monkeypatch.setattr("proxeny.analytics.usage.reading.faults.LISTED", 5)
    with reading_of(HEADER + GOOD + "B,api,soon,1,2,CNY\n" * 40) as reading:
        assert (reading.rows.bad, len(reading.errors), len(reading.bad_rows)) == (40, 5, 5)


def test_json_lines_that_are_no_objects_are_bad(reading_of):
    lines = '{"account":"A","meter":"m","day":"2026-01-05","quantity":1}\n{"account":\n[1]\n'
    with reading_of(lines, "usage.jsonl") as reading:
        assert [(f.row, f.reason.code) for f in reading.errors] == [(2, "json_invalid"), (3, "json_invalid")]
        assert reading.rows.good == 1


def test_nothing_but_the_mapping_decides_where_it_is_given(reading_of):
    code, text = refusal(reading_of, HEADER + GOOD, preset="long", mapping={"amount": "Umsatz"})
    assert code == "mapped_missing"
    assert "Umsatz" in text
    assert refusal(reading_of, HEADER + GOOD, mapping={"sum": "amount"})[0] == "unknown_field"
    assert refusal(reading_of, HEADER + GOOD, preset="sap")[0] == "unknown_preset"

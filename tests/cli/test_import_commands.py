import io
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.utils import translation
from openpyxl import Workbook

from proxeny.accounts.models import Account, Contact
from proxeny.cli.batches import command as batches
from proxeny.cli.importing import command
from proxeny.intake.models import Batch
from tests.cast import Cast


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.csv"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments])


def ran(kind: str, file: Path, content: str | bytes, *options: str) -> tuple[int, dict[str, Any]]:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    result = run(kind, file, "--json", *options)
    return result.exit_code, json.loads(result.stdout)


GOOD = "reference,name,level\nN-1,New,key\nN-2,Newer,\n"


def test_a_good_file_ends_with_0_and_one_document(vendor: Cast, file: Path) -> None:
    code, document = ran("accounts", file, GOOD)
    assert code == 0
    assert document["rows"] == {"read": 2, "good": 2, "bad": 0, "aside": 0}
    assert (document["made"], document["accounts"], document["undone"]) == (2, 2, False)
    assert Batch.objects.get(pk=document["batch"]).state == Batch.State.DONE


def test_the_same_file_twice_changes_nothing(vendor: Cast, file: Path) -> None:
    _code, first = ran("accounts", file, GOOD)
    code, again = ran("accounts", file, GOOD)
    assert (code, again["already"], again["batch"]) == (0, True, first["batch"])
    code, other = ran("accounts", file, GOOD, "--mode", "update")
    assert (code, other.get("already"), other["unchanged"]) == (0, None, 2)
    mapped = ("--map", "name=level", "--map", "level=", "--mode", "update")
    assert ran("accounts", file, GOOD.replace("Newer,", "Newer,x"), *mapped)[1]["changed"] == 2
    assert ran("accounts", file, GOOD.replace("Newer,", "Newer,x"), *mapped)[1]["already"]


def test_a_file_with_bad_rows_can_come_again_when_they_may_be_good(vendor: Cast, file: Path) -> None:
    people = file.with_name("people.csv")
    code, document = ran("people", people, "account,name\nN-1,Li\n")
    assert (code, document["errors"][0]["row"], document["errors"][0]["column"]) == (1, 2, "account")
    ran("accounts", file, GOOD)
    code, document = ran("people", people, "account,name\nN-1,Li\n")
    assert (code, document["made"]) == (0, 1)


def test_bad_rows_end_with_1_and_lie_in_a_file(vendor: Cast, file: Path) -> None:
    code, document = ran("accounts", file, "reference,name,level\nN-1,New,sky\nN-2,Newer,key\n")
    assert code == 1
    assert document["errors"][0] == {
        "row": 2,
        "column": "level",
        "reason": document["errors"][0]["reason"],
    }
    assert "sky" in Path(document["bad_rows"]).read_text("utf-8-sig")
    assert Account.objects.filter(reference="N-2").exists()


def test_all_or_nothing_keeps_nothing(vendor: Cast, file: Path) -> None:
    code, document = ran("accounts", file, "reference,name\nN-1,\nN-2,Newer\n", "--whole")
    assert (code, document["made"], document["rows"]["bad"]) == (1, 0, 1)
    assert not Account.objects.filter(reference="N-2").exists()


def test_a_dry_run_shows_the_first_rows_and_writes_nothing(vendor: Cast, file: Path) -> None:
    code, document = ran("accounts", file, "reference,name\nN-1,New\nN-2,\n", "--dry-run")
    assert (code, document["made"], document["rows"]["bad"], document["batch"]) == (1, 1, 1, None)
    assert [row["row"] for row in document["preview"]["rows"]] == [2, 3]
    assert document["preview"]["mapping"] == {"reference": "reference", "name": "name"}
    assert not Batch.objects.exists()
    assert not Account.objects.filter(reference="N-1").exists()


def test_without_json_people_read_what_became_of_their_rows(vendor: Cast, file: Path) -> None:
    file.write_text(GOOD)
    result = run("accounts", file)
    assert result.exit_code == 0
    assert "2 added" in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--mode", "wild"),
        ("--preset", "nobody"),
        ("--map", "colour=name"),
        ("--map", "name"),
        ("--as", "no-such"),
        ("--as", "zhou"),
        ("--as", "nobody"),
    ],
)
def test_wrong_usage_and_those_who_may_not_import_end_with_2(
    vendor: Cast, file: Path, arguments: tuple[str, ...]
) -> None:
    file.write_text(GOOD)
    result = run("accounts", file, "--json", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert not Batch.objects.exists()


def test_a_lead_imports_and_takes_back_what_an_outsider_does_not_see(vendor: Cast, file: Path) -> None:
    _code, document = ran("accounts", file, GOOD, "--as", "he")
    undo = ["--undo", str(document["batch"]), "--json"]
    assert CliRunner().invoke(batches, [*undo, "--as", "lin"]).exit_code == 2
    result = CliRunner().invoke(batches, [*undo, "--as", "he"])
    assert (result.exit_code, json.loads(result.stdout)["undone"]) == (0, True)
    assert not Account.objects.filter(reference="N-1").exists()


def test_a_batch_that_others_stand_on_is_not_taken_back_and_the_reason_is_said(
    vendor: Cast, file: Path
) -> None:
    _code, document = ran("accounts", file, GOOD)
    ran("people", file, "account,name\nN-1,Li\n")
    result = CliRunner().invoke(batches, ["--undo", str(document["batch"])])
    assert result.exit_code == 1
    assert "New (N-1)" in result.stderr
    assert Contact.objects.exists()


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


HEADER = "reference,name,customer_since,credit_limit,currency\n"
UNREADABLE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty_file"),
    "header only": (b"reference,name\n", "header_only"),
    "wrong delimiter": (b"reference^name\nA^a\nB^b\n", "wrong_delimiter"),
    "no such columns": (b"x,y\n1,2\n", "missing_columns"),
    "a million columns": (",".join(f"c{n}" for n in range(10**6)).encode() + b"\n1\n", "too_many_columns"),
    "a quote never closed": (b'reference,name\nA,"a\nB,b\n', "unclosed_quote"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "is_picture"),
    "another encoding": ("reference,name\nA,Müller straße çà\n".encode("latin-1"), "encoding_unknown"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_table_is_refused_with_a_reason(vendor: Cast, file: Path, name: str) -> None:
    content, reason = UNREADABLE[name]
    code, document = ran("accounts", file, content)
    assert (code, document["code"]) == (1, reason)
    assert document["error"]
    assert Account.objects.count() == 3
    assert Batch.objects.get().state == Batch.State.FAILED


BAD_CELLS = {
    "NUL": ("A\0,a,,,", 2, "reference"),
    "a cell of 2 MB": ("A," + "a" * (2 << 20) + ",,,", 2, "name"),
    "not a number": ("A,a,,NaN,", 2, "credit_limit"),
    "not a date": ("A,a,2026-02-30,,", 2, "customer_since"),
    "a year of two digits": ("A,a,5.1.26,,", 2, "customer_since"),
    "a date of two meanings": ("A,a,03/04/2026,,", 2, "customer_since"),
    "too few cells": ("A", 2, None),
    "a formula's error": ("A,#REF!,,,", 2, "name"),
    "a number cut short": ("1.2E+15,a,,,", 2, "reference"),
    "too long a name": ("A," + "a" * 201 + ",,,", 2, "name"),
}


@pytest.mark.parametrize("name", BAD_CELLS)
def test_a_bad_cell_is_named_by_row_and_column_and_the_good_rows_stay(
    vendor: Cast, file: Path, name: str
) -> None:
    row, number, column = BAD_CELLS[name]
    code, document = ran("accounts", file, f"{HEADER}{row}\nB,b,,,\n")
    assert code == 1
    assert [(one["row"], one["column"]) for one in document["errors"]] == [(number, column)]
    assert Account.objects.filter(reference="B").exists()


@pytest.mark.parametrize(
    ("since", "limit", "minor"),
    [
        ("2026/1/5", '"1,234.50"', 123_450),
        ("5.1.2026", '"￥1.234,50"', 123_450),
        ("46027", "-12.5", -1_250),
        ("2026年1月5日", "（12.50）", -1_250),
    ],
)
def test_days_and_amounts_are_read_as_people_write_them(
    vendor: Cast, file: Path, since: str, limit: str, minor: int
) -> None:
    code, _document = ran("accounts", file, f"{HEADER}A,a,{since},{limit},CNY\n")
    one = Account.objects.get(reference="A")
    assert (code, str(one.customer_since), one.credit_limit_minor) == (0, "2026-01-05", minor)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_of_chinese_files_are_understood(vendor: Cast, file: Path, encoding: str) -> None:
    text = "客户编号;客户名称\nA;鲁班建材的客户名称在这里\n"
    assert ran("accounts", file, text.encode(encoding))[0] == 0
    assert Account.objects.get(reference="A").name == "鲁班建材的客户名称在这里"


def test_a_workbook_and_json_lines_are_read_too(vendor: Cast, file: Path) -> None:
    rows = workbook(("客户编号", "名称", "合作起始"), ("A", "a", datetime(2026, 1, 5)), ("B", "=1+1", None))
    code, document = ran("accounts", file, rows)
    assert (code, document["made"], document["errors"][0]["row"]) == (1, 1, 3)
    code, document = ran("accounts", file, '{"reference": "C", "name": "c"}\n{"reference": "D"}\n')
    assert (code, document["made"], document["errors"][0]["row"]) == (1, 1, 2)


def test_several_files_give_a_list_of_documents(vendor: Cast, tmp_path: Path) -> None:
    one, two = tmp_path / "1.csv", tmp_path / "2.csv"
    one.write_text(GOOD)
    two.write_text("")
    result = run("accounts", one, two, "--json")
    documents = json.loads(result.stdout)
    assert (result.exit_code, documents[0]["made"], documents[1]["code"]) == (1, 2, "empty_file")

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from proxeny.analytics.usage.reading import How, ReadingError, read, read_rows, suggest


def facts(reading):
    return [tuple(row.values())[:6] for row in reading.facts.arrow().to_pylist()]


def test_a_long_table_keeps_its_rows_as_they_are(reading_of):
    text = "account,meter,day,quantity,amount,currency\n"
    text += " A ,api,2026-01-05,3,10.50,usd\nB,api,2026-01-05,,-2,USD\n"
    with reading_of(text) as reading:
        assert reading.preset == "long"
        assert reading.facts.nature == "metered"
        assert facts(reading) == [
            ("A", "api", date(2026, 1, 5), "USD", Decimal(3), Decimal("10.5")),
            ("B", "api", date(2026, 1, 5), "USD", None, Decimal(-2)),
        ]


def test_a_meter_reports_a_day_once_and_later_rows_are_bad(reading_of):
    rows = [
        "A,api,2026-01-05,3",
        "A,api,2026/1/5,3",
        "B,api,2026-01-05,1",
        "A,api,2026-01-05,4",
        "A,api,2026-01-06,9",
    ]
    with reading_of("account,meter,day,quantity\n" + "\n".join(rows) + "\n") as reading:
        assert [(f.row, str(f.reason)) for f in reading.errors] == [
            (3, "The same account, meter and day as row 2."),
            (5, "The same account, meter and day as row 2."),
        ]
        assert reading.sums["quantity"] == {"api": "13.00"}
        assert (reading.rows.read, reading.rows.good, reading.rows.bad) == (5, 3, 2)


def test_transactions_are_summed_by_account_and_day(reading_of):
    text = (
        "CustomerID,InvoiceDate,Quantity,UnitPrice\n"
        "13047,2026-01-05 08:34:00,3,1.69\n13047,2026-01-05 17:00:00,-1,1.69\n,2026-01-05 09:00:00,2,0.10\n"
    )
    with reading_of(text, currency="GBP", meter="goods") as reading:
        assert reading.preset == "transactions"
        assert reading.facts.nature == "lines"
        assert facts(reading) == [
            ("", "goods", date(2026, 1, 5), "GBP", Decimal(2), Decimal("0.2")),
            ("13047", "goods", date(2026, 1, 5), "GBP", Decimal(2), Decimal("3.38")),
        ]
        assert (reading.rows.good, reading.rows.without_account, reading.accounts) == (3, 1, 1)
        assert [note.code for note in reading.notes] == ["rows_without_account"]


def test_an_amount_beside_quantity_and_price_is_believed(reading_of):
    text = "customer,time,qty,price,amount\nA,2026-01-05,3,2.00,5.50\nA,2026-01-05,3,2.00,\n"
    with reading_of(text, currency="EUR") as reading:
        assert reading.sums["amount"] == {"EUR": "11.50"}


def test_days_of_several_currencies_are_several_facts(reading_of):
    text = "客户,交易时间,金额,币种\nA,2026-01-05,1,CNY\nA,2026-01-05,2,USD\nA,2026-01-05,4,元\n"
    with reading_of(text) as reading:
        assert reading.sums["amount"] == {"CNY": "5.00", "USD": "2.00"}


def test_amounts_without_a_currency_are_noted(reading_of):
    with reading_of("customer,date,amount\nA,2026-01-05,1\n") as reading:
        assert [note.code for note in reading.notes] == ["currency_unknown"]


def test_a_focus_bill_takes_the_sub_account_and_falls_back(reading_of):
    text = (
        "BilledCost,BillingAccountId,SubAccountId,ServiceName,ChargePeriodStart,ConsumedQuantity,PricingQuantity,BillingCurrency\n"
        '0.00000080000,"900","sub-1","Queue","2026-01-05 22:00:00",2.000000000000000,9,"USD"\n'
        '0.00000120000,"900","sub-1","Queue","2026-01-05 23:00:00",NULL,3,"USD"\n'
        '1.5,"900",NULL,"Store","2026-01-06T00:00:00Z",NULL,NULL,"USD"\n'
    )
    with reading_of(text) as reading:
        assert reading.preset == "focus"
        assert facts(reading) == [
            ("900", "Store", date(2026, 1, 6), "USD", None, Decimal("1.5")),
            ("sub-1", "Queue", date(2026, 1, 5), "USD", Decimal(5), Decimal("0.000002")),
        ]


@pytest.mark.parametrize("style", ["legacy", "two"])
def test_a_cost_and_usage_report_is_read_in_both_spellings(reading_of, style):
    header = (
        "lineItem/UsageAccountId,lineItem/ProductCode,lineItem/UsageStartDate,"
        "lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode"
    )
    if style == "two":
        header = (
            "line_item_usage_account_id,line_item_product_code,line_item_usage_start_date,"
            "line_item_usage_amount,line_item_unblended_cost,line_item_currency_code"
        )
    rows = "111,AmazonS3,2026-01-05T23:00:00.000Z,6.71E-8,5.2E-9,USD\n"
    rows += "111,AmazonS3,2026-01-05T01:00:00.000Z,1.0,1.3E-9,USD\n"
    with reading_of(f"{header}\n{rows}") as reading:
        assert reading.preset == "aws-cur"
        assert facts(reading) == [
            ("111", "AmazonS3", date(2026, 1, 5), "USD", Decimal("1.0000000671"), Decimal("0.0000000065"))
        ]


def test_cloud_events_are_read_to_the_last_digit(reading_of):
    event = {
        "specversion": "1.0",
        "id": "1",
        "source": "/m",
        "type": "api.call",
        "subject": "A",
        "time": "2026-01-05T08:00:00Z",
    }
    first = json.dumps({**event, "data": {"quantity": 0}}).replace(
        '"quantity": 0', '"quantity": 12345678901234567.000000000001'
    )
    second = json.dumps(
        {**event, "data": {"value": 2, "meter": "store", "amount": "1.10", "currency": "CNY"}}
    )
    with reading_of(f"{first}\n{second}\n", "events.jsonl") as reading:
        assert reading.preset == "cloudevents"
        assert reading.sums == {
            "amount": {"CNY": "1.10"},
            "quantity": {"api.call": "12345678901234567.000000000001", "store": "2.00"},
        }


def test_events_that_came_over_the_network_are_read_without_a_file():
    events = [
        {
            "specversion": "1.0",
            "type": "calls",
            "subject": "A",
            "time": "2026-01-05T08:00:00Z",
            "data": {"value": n},
        }
        for n in (1, 2, "x")
    ]
    with read_rows(events, How(preset="cloudevents")) as reading:
        assert reading.sums["quantity"] == {"calls": "3.00"}
        assert [(f.row, f.column, f.value) for f in reading.errors] == [(3, "data.value", "x")]


def test_parquet_is_read_by_its_types(tmp_path):
    table = pa.table(
        {
            "account": ["A", "A", None],
            "meter": ["api", "api", "api"],
            "day": pa.array([date(2026, 1, 5), date(2026, 1, 6), None]),
            "amount": pa.array([Decimal("0.1"), Decimal("0.2"), Decimal(1)], pa.decimal128(20, 10)),
            "quantity": [0.1, 0.2, 1.0],
            "currency": ["CNY"] * 3,
        }
    )
    pq.write_table(table, tmp_path / "usage.parquet")
    with read(tmp_path / "usage.parquet") as reading:
        assert (reading.kind, reading.preset) == ("parquet", "long")
        assert reading.sums == {"amount": {"CNY": "0.30"}, "quantity": {"api": "0.30"}}
        assert [(f.row, f.column, f.reason.code) for f in reading.errors] == [(3, "day", "day_missing")]


def test_typed_numbers_are_never_in_doubt(tmp_path, reading_of):
    day = pa.array([datetime(2026, 1, 5, 3, tzinfo=UTC)], pa.timestamp("us", "UTC"))
    table = pa.table(
        {"account": ["A"], "day": day, "amount": pa.array([Decimal("1.234")], pa.decimal128(9, 3))}
    )
    pq.write_table(table, tmp_path / "usage.parquet")
    with read(tmp_path / "usage.parquet", How("transactions", currency="CNY")) as reading:
        assert reading.sums["amount"] == {"CNY": "1.234"}
        assert reading.days.first == date(2026, 1, 5)
    line = '{"account":"A","day":"2026-01-05","amount":1.234}\n'
    with reading_of(line, "usage.jsonl", currency="CNY") as reading:
        assert reading.sums["amount"] == {"CNY": "1.234"}


def test_a_mapping_overrides_what_the_preset_would_take(reading_of):
    text = "account,who,day,amount,net\nX,A,2026-01-05,5,4\n"
    with reading_of(text, mapping={"account": "who", "amount": "net"}, currency="CNY") as reading:
        assert facts(reading) == [("A", "transactions", date(2026, 1, 5), "CNY", None, Decimal(4))]
    with reading_of("account,day,quantity,amount\nA,2026-01-05,5,4\n", mapping={"amount": ""}) as reading:
        assert reading.sums == {"amount": {}, "quantity": {"transactions": "5.00"}}


def test_a_row_is_told_all_that_is_wrong_with_it(reading_of):
    text = "account,meter,day,quantity,amount\nA,,soon,x,NaN\nA,api,2026-01-05,,\nA,api,,1,2\n"
    with reading_of(text, preset="long", currency="CNY") as reading:
        assert [(f.row, f.column, f.reason.code) for f in reading.errors] == [
            (2, "meter", "meter_missing"),
            (2, "day", "day_unreadable"),
            (2, "quantity", "number_unreadable"),
            (2, "amount", "number_not_finite"),
            (3, "quantity", "nothing_measured"),
            (4, "day", "day_missing"),
        ]
        assert reading.rows.bad == 3


def test_doubtful_cells_are_bad_until_the_column_or_a_person_settles_them(reading_of):
    text = 'account,meter,day,amount\nA,api,03/04/2026,"1,234"\nB,api,05/04/2026,"2,345"\n'
    with reading_of(text, currency="CNY") as reading:
        assert {f.reason.code for f in reading.errors} == {"day_ambiguous", "number_ambiguous"}
        assert reading.rows.good == 0
    with reading_of(text, currency="CNY", day_first=True, decimal_mark=".") as reading:
        assert (str(reading.days.first), reading.sums["amount"]) == ("2026-04-03", {"CNY": "3579.00"})
    settled = text + 'C,api,13/04/2026,"0,5"\n'
    with reading_of(settled, currency="CNY") as reading:
        assert (str(reading.days.first), reading.sums["amount"]) == ("2026-04-03", {"CNY": "4.079"})


def test_a_doubtful_point_is_not_taken_for_a_decimal_mark_where_commas_are(reading_of):
    text = "account;meter;day;amount\nA;api;2026-01-05;1.234\nB;api;2026-01-05;2,5\n"
    with reading_of(text, currency="EUR") as reading:
        assert reading.sums["amount"] == {"EUR": "1236.50"}
    with reading_of(text.replace("2,5", "2.5"), currency="EUR") as reading:
        assert reading.sums["amount"] == {"EUR": "3.734"}
    with reading_of(text.replace("2,5", "25"), currency="EUR") as reading:
        assert [f.reason.code for f in reading.errors] == ["number_ambiguous"]


def test_a_column_without_a_sign_of_its_own_follows_the_file(reading_of):
    text = 'account,meter,day,quantity,amount\nA,api,2026-01-05,"1,234","5,678.50"\n'
    with reading_of(text, currency="USD") as reading:
        assert reading.sums == {"amount": {"USD": "5678.50"}, "quantity": {"api": "1234.00"}}


@pytest.mark.parametrize(
    ("header", "preset", "missing"),
    [
        ("客户编号,计量项,日期,用量", "long", ()),
        ("客户,下单时间,数量,单价", "transactions", ()),
        ("客户名称,日期,金额（元）", "transactions", ()),
        (
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
            "transactions",
            (),
        ),
        ("specversion,id,type,subject,time,data.quantity", "cloudevents", ()),
        ("nome,data", "transactions", ("account", "day", "quantity")),
    ],
)
def test_the_header_suggests_a_preset(header, preset, missing):
    found = suggest(header.split(","))
    assert (found.preset, found.missing) == (preset, missing)


def test_a_header_that_says_too_little_asks_for_a_preset(reading_of):
    with pytest.raises(ReadingError, match="No preset fits this header"):
        reading_of("nome,data\nA,2026-01-05\n")

import os
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from proxeny.analytics.usage.reading import How, read

DATA = Path(os.environ.get("PROXENY_TEST_DATA", "/nonexistent"))
pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not DATA.is_dir(), reason="PROXENY_TEST_DATA names no folder"),
]


def test_invoice_lines_sum_to_the_penny():
    path = DATA / "online_retail" / "online_retail_shared.csv.gz"
    plain = pd.read_csv(path, dtype=str, keep_default_na=False)
    expected = sum(
        (Decimal(q) * Decimal(p) for q, p in zip(plain["Quantity"], plain["UnitPrice"], strict=True)),
        Decimal(0),
    )
    with read(path, How(currency="GBP")) as reading:
        assert Decimal(reading.sums["amount"]["GBP"]) == expected
        assert reading.rows.read == reading.rows.good == len(plain)
        assert reading.rows.without_account == (plain["CustomerID"] == "").sum()
        assert reading.accounts == plain.loc[plain["CustomerID"] != "", "CustomerID"].nunique()
        assert reading.days.count == plain["InvoiceDate"].str[:10].nunique()


@pytest.mark.parametrize(
    ("name", "preset", "cost"),
    [
        ("focus_1_0_sample_1000.csv", "focus", "BilledCost"),
        ("aws_cur_anonymous.csv", "aws-cur", "lineItem/UnblendedCost"),
    ],
)
def test_bills_sum_to_the_last_digit(name, preset, cost):
    path = DATA / "cloud_billing" / name
    plain = pd.read_csv(path, dtype=str, keep_default_na=False)
    with read(path) as reading:
        assert reading.preset == preset
        assert Decimal(reading.sums["amount"]["USD"]) == sum(map(Decimal, plain[cost]), Decimal(0))
        assert reading.rows.good == len(plain)

from decimal import ROUND_HALF_UP, Decimal, localcontext

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proxeny.analytics.usage.reading import How, read

UNIT = Decimal("1e-12")
AMOUNTS = st.decimals(-(10**15), 10**15, places=12, allow_nan=False)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(tmp_path, header, rows):
    path = tmp_path / "usage.csv"
    path.write_text("\n".join([header, *rows]) + "\n")
    return path


@FEW
@given(
    st.lists(
        st.tuples(st.sampled_from("AB"), st.sampled_from(["CNY", "USD"]), AMOUNTS), min_size=1, max_size=40
    )
)
def test_amounts_sum_to_the_last_digit(tmp_path, lines):
    rows = [
        f"{account},2026-01-0{1 + n % 9},{amount:f},{currency}"
        for n, (account, currency, amount) in enumerate(lines)
    ]
    with read(written(tmp_path, "customer,time,amount,currency", rows)) as reading, localcontext(prec=60):
        for currency in {currency for _, currency, _ in lines}:
            expected = sum((amount for _, code, amount in lines if code == currency), Decimal(0))
            assert Decimal(reading.sums["amount"][currency]) == expected
        assert reading.rows.good == len(lines)


@FEW
@given(
    st.lists(
        st.tuples(
            st.decimals(-(10**6), 10**6, places=12, allow_nan=False),
            st.decimals(0, 10**5, places=9, allow_nan=False),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_quantity_times_price_is_rounded_once_at_the_twelfth_decimal(tmp_path, lines):
    rows = [f"A,2026-01-05,{quantity:f},{price:f}" for quantity, price in lines]
    with read(written(tmp_path, "customer,time,quantity,price", rows), How(currency="CNY")) as reading:
        with localcontext(prec=80):
            exact = [quantity * price for quantity, price in lines]
            expected = sum((product.quantize(UNIT, ROUND_HALF_UP) for product in exact), Decimal(0))
            rounded = sum(product != product.quantize(UNIT, ROUND_HALF_UP) for product in exact)
        assert Decimal(reading.sums["amount"]["CNY"]) == expected
        told = [note.params["count"] for note in reading.notes if note.code == "values_rounded"]
        assert told == ([rounded] if rounded else [])


@FEW
@given(
    st.lists(
        st.tuples(st.integers(-(10**6), 10**6), st.decimals(0, 10**6, places=2)), min_size=1, max_size=30
    )
)
def test_plain_invoices_multiply_exactly(tmp_path, lines):
    rows = [f"A,2026-01-05,{quantity},{price:f}" for quantity, price in lines]
    with read(written(tmp_path, "customer,time,quantity,price", rows), How(currency="CNY")) as reading:
        assert Decimal(reading.sums["amount"]["CNY"]) == sum(quantity * price for quantity, price in lines)
        assert reading.notes == []


def test_a_product_too_large_to_keep_is_a_bad_row_and_not_a_crash(reading_of):
    huge = "999999999999999999"
    with reading_of(
        f"customer,time,quantity,price\nA,2026-01-05,{huge},{huge}\nA,2026-01-05,2,3\n", currency="CNY"
    ) as reading:
        assert [(f.row, f.column, f.reason.code) for f in reading.errors] == [
            (2, "price", "product_too_large")
        ]
        assert reading.sums["amount"] == {"CNY": "6.00"}

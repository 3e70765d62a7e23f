"""Text cells into days and exact decimals inside the column engine.

Clean cells are cast where they lie. What the cast refuses is collected once per *distinct* text, parsed in
Python (`settling`) and joined back, so that a column of a million `2026年1月5日` costs a few hundred parses.
"""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

from collections.abc import Iterable
from dataclasses import dataclass, field

from proxeny.analytics.engine import quoted
from proxeny.analytics.usage.reading import days
from proxeny.analytics.usage.reading.headers import Layout
from proxeny.analytics.usage.reading.table import Table

NUMBERS = ("quantity", "price", "amount")
TEXTS = ("account", "meter", "currency")
TEXT_LIMIT = 1000
_BLANKS = " \t\r\n\u00a0\u3000\ufeff"
_NARROW_DECIMALS = 6
CURRENCY_NAMES = {"RMB": "CNY", "人民币": "CNY", "元": "CNY", "¥": "CNY", "￥": "CNY", "CNH": "CNY"}

MACROS = (
    f"""CREATE MACRO fast_day(x) AS CASE WHEN TRY_CAST(x AS DATE)
        BETWEEN DATE '{days.FIRST}' AND DATE '{days.LAST}' THEN TRY_CAST(x AS DATE) END""",
    r"""CREATE MACRO fast_number(x) AS CASE
        WHEN regexp_full_match(x, '-?[0-9]{1,18}(\.[0-9]{1,12}0*)?') THEN TRY_CAST(x AS DECIMAL(38,12))
        WHEN regexp_full_match(x, '-?[¥￥$€£]?[0-9]{1,3}(,[0-9]{3}){0,5}\.[0-9]{1,2}')
        THEN TRY_CAST(regexp_replace(x, '[^-0-9.]', '', 'g') AS DECIMAL(38,12)) END""",
    "CREATE MACRO decimals(x) AS CASE WHEN contains(x, '.') THEN strlen(x) - instr(x, '.') ELSE 0 END",
    # A typed number is never in doubt: 1.234 goes over as 1.2340.
    r"""CREATE MACRO beyond_doubt(x) AS x::VARCHAR || CASE WHEN typeof(x) <> 'VARCHAR'
        AND regexp_full_match(x::VARCHAR, '-?[0-9]+\.[0-9]{3}') THEN '0' ELSE '' END""",
    r"""CREATE MACRO doubtful(x) AS CASE WHEN decimals(x) = 3
        THEN regexp_full_match(x, '-?[1-9][0-9]{0,2}\.[0-9]{3}') ELSE false END""",
    # Ask it of numbers that the cast took: an ungrouped thousand, or decimals that are not three.
    """CREATE MACRO shows_dot(x) AS CASE WHEN decimals(x) = 3
        THEN strlen(x) > 8 OR x LIKE '0.%' OR x LIKE '-0.%'
        ELSE contains(x, '.') OR strlen(x) > 4 END""",
    "CREATE MACRO careful_number(x) AS CASE WHEN NOT doubtful(x) THEN fast_number(x) END",
    f"""CREATE MACRO tidy(x) AS
        CASE WHEN contains(x, chr(9)) OR contains(x, chr(10)) OR contains(x, chr(65279))
        THEN trim(x, {quoted(_BLANKS)}) ELSE trim(x) END""",
    f"CREATE MACRO is_wide(x) AS decimals(x) > {_NARROW_DECIMALS}",
    # A product is split at the sixth decimal: the upper parts multiply exactly within 38 digits, and only
    # what lies below needs the wide scale. The sum is rounded once, half away from zero.
    "CREATE MACRO upper_part(x) AS x::DECIMAL(38,6)",
    "CREATE MACRO lower_part(x) AS (x - x::DECIMAL(38,6))::DECIMAL(38,12)",
    """CREATE MACRO lower_product(q, p) AS (upper_part(q) * lower_part(p))::DECIMAL(38,24)
        + (upper_part(p) * lower_part(q))::DECIMAL(38,24) + lower_part(q) * lower_part(p)""",
    "CREATE MACRO narrow_product(q, p) AS TRY(upper_part(q) * upper_part(p))",
    """CREATE MACRO wide_product(q, p) AS
        TRY(upper_part(q) * upper_part(p) + lower_product(q, p)::DECIMAL(38,12))""",
    """CREATE MACRO product_rounded(q, p) AS
        coalesce(TRY(lower_product(q, p) <> lower_product(q, p)::DECIMAL(38,12)), false)""",
)


@dataclass
class Casting:
    """SQL of a file's rows with their fields typed.

    `slow` are fields that have a table `slow_<field>` of texts parsed in Python; `careful` are number fields
    whose doubtful texts (`1.234`) must not be cast where they lie; `wide` says that factors have more than
    six decimals.
    """

    table: Table
    layout: Layout
    meter: str
    currency: str
    slow: set[str] = field(default_factory=set)
    careful: set[str] = field(default_factory=set)
    wide: bool = False

    @property
    def fields(self) -> list[str]:
        """The fields that the file has."""
        return list(self.layout.positions)

    def raw(self, *, numbered: bool = False, keep_torn: bool = False, cells: Iterable[int] = ()) -> str:
        """Rows with `raw_<field>`: trimmed text, NULL where empty; with `ordinal` and cells on demand."""
        cells = list(cells)
        needed = sorted({p for places in self.layout.positions.values() for p in places} | set(cells))
        chosen = [f"{self._text(places)} AS raw_{name}" for name, places in self.layout.positions.items()]
        chosen += ["ordinal"] if numbered else []
        chosen += [f"c{place}" for place in cells]
        scan = self.table.scan(needed, numbered=numbered, keep_torn=keep_torn)
        return f"(SELECT {', '.join(chosen)} FROM {scan})"

    @property
    def numbers(self) -> list[str]:
        """The number fields that the file has."""
        return [name for name in NUMBERS if name in self.layout.positions]

    @property
    def multiplies(self) -> bool:
        """Whether an amount may have to be made from quantity and price."""
        return {"quantity", "price"} <= self.layout.positions.keys()

    def typed(
        self,
        *,
        texts: bool = False,
        numbered: bool = False,
        keep_torn: bool = False,
        cells: Iterable[int] = (),
    ) -> str:
        """Rows with account, meter, day, quantity, amount, currency, `rounded` and `bad`; with `texts` also
        the raw.
        """
        cells = list(cells)
        joins = " ".join(
            f"LEFT JOIN slow_{name} ON raw_{name} = slow_{name}.text" for name in sorted(self.slow)
        )
        values = [
            f"{self._value(name)} AS v_{name}" for name in ("day", *NUMBERS) if name in self.layout.positions
        ]
        values += [
            f"coalesce(slow_{name}.rounded, false) AS rounded_{name}" for name in self.slow & {*NUMBERS}
        ]
        rows = self.raw(numbered=numbered, keep_torn=keep_torn, cells=cells)
        values_of = f"(SELECT texts.*, {', '.join(values)} FROM {rows} texts {joins})"
        if self.multiplies:
            values_of = f"(SELECT *, {self._product()} AS v_product FROM {values_of})"
        kept = [f"raw_{name}" for name in self.fields] if texts else []
        kept += ["ordinal"] if numbered else []
        kept += [f"c{place}" for place in cells]
        return f"(SELECT {', '.join([*self._facts(), *kept])}, {self._bad()} AS bad FROM {values_of})"

    def fast(self, name: str) -> str:
        """The cast of a field's text without any help."""
        if name == "day":
            return f"fast_day(raw_{name})"
        return f"{'careful' if name in self.careful else 'fast'}_number(raw_{name})"

    def _text(self, places: Iterable[int]) -> str:
        words = ", ".join(quoted(word) for word in self.layout.preset.null_words)
        filled = [
            f"CASE WHEN tidy(c{place}) NOT IN ('', {words}) THEN tidy(c{place}) END" for place in places
        ]
        return filled[0] if len(filled) == 1 else f"coalesce({', '.join(filled)})"

    def _value(self, name: str) -> str:
        return f"coalesce({self.fast(name)}, slow_{name}.value)" if name in self.slow else self.fast(name)

    def _product(self) -> str:
        product = f"{'wide' if self.wide else 'narrow'}_product(v_quantity, v_price)"
        return (
            f"CASE WHEN raw_amount IS NULL THEN {product} END"
            if "amount" in self.layout.positions
            else product
        )

    def _facts(self) -> list[str]:
        has = self.layout.positions
        rounded = [f"rounded_{name}" for name in NUMBERS if name in self.slow]
        rounded += ["product_rounded(v_quantity, v_price)"] if self.multiplies and self.wide else []
        amounts = ["v_amount"] * ("amount" in has) + ["v_product"] * self.multiplies
        return [
            f"{self._raw_or('account', '')} AS account",
            f"{self._raw_or('meter', self.meter)} AS meter",
            "v_day AS day",
            f"{'v_quantity' if 'quantity' in has else 'NULL'}::DECIMAL(38,12) AS quantity",
            f"coalesce({', '.join([*amounts, 'NULL'])})::DECIMAL(38,12) AS amount",
            f"{self._currency()} AS currency",
            f"({' OR '.join(rounded) or 'false'}) AS rounded",
        ]

    def _raw_or(self, name: str, default: str) -> str:
        return (
            f"coalesce(raw_{name}, {quoted(default)})" if name in self.layout.positions else quoted(default)
        )

    def _currency(self) -> str:
        if "currency" not in self.layout.positions:
            return quoted(self.currency)
        names = " ".join(f"WHEN {quoted(name)} THEN {quoted(code)}" for name, code in CURRENCY_NAMES.items())
        given = f"CASE upper(raw_currency) {names} ELSE upper(raw_currency) END"
        return f"coalesce({given}, {quoted(self.currency)})"

    def _bad(self) -> str:
        has = self.layout.positions
        faults = ["v_day IS NULL"]
        faults += [f"(v_{name} IS NULL AND raw_{name} IS NOT NULL)" for name in NUMBERS if name in has]
        measures = [f"raw_{name} IS NULL" for name in ("quantity", "amount") if name in has]
        faults.append(f"({' AND '.join(measures)})")
        if self.multiplies:
            given = "raw_quantity IS NOT NULL AND raw_price IS NOT NULL AND v_product IS NULL"
            faults.append(f"({given} AND raw_amount IS NULL)" if "amount" in has else f"({given})")
        if "meter" in has and not self.meter:
            faults.append("raw_meter IS NULL")
        for name in (name for name in TEXTS if name in has):
            damaged = " OR ".join(f"contains(raw_{name}, chr({sign}))" for sign in (0, 0xFFFD))
            faults.append(f"coalesce(strlen(raw_{name}) > {TEXT_LIMIT} OR {damaged}, false)")
        return f"coalesce({' OR '.join(faults)}, true)"

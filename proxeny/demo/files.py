"""The files that the vendor's own systems would export, ready to be imported.

The order lines hold what real exports hold: lines of customers that nobody knows, and rows
that cannot be read.
"""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from proxeny.demo.meters import METERS
from proxeny.demo.vendor import Agreement, Customer, Order, Person, Series, Vendor

Row = tuple[object, ...]

_ACCOUNTS = (
    "客户编号",
    "客户名称",
    "级别",
    "行业",
    "地区",
    "合作起始",
    "信用额度",
    "币种",
    "允许透支",
    "话事人",
    "销售",
)
_PEOPLE = ("客户编号", "姓名", "部分", "职位", "邮箱", "电话", "态度", "影响力", "发起人", "离职日期", "备注")
_CONTRACTS = (
    "合同编号",
    "客户编号",
    "开始日期",
    "结束日期",
    "版本",
    "产品",
    "数量",
    "金额",
    "币种",
    "自动续约",
)
_USAGE = ("客户编号", "计量项", "日期", "用量", "金额", "币种")
_ORDERS = ("客户编号", "下单时间", "商品", "数量", "单价", "币种")

_STRANGERS: tuple[Row, ...] = (
    ("YT-1907", "{day} 10:12", "扫码枪 S1", 2, "168.00", "CNY"),
    ("YT-1931", "{day} 15:40", "收银终端 T2", 1, "1180.00", "CNY"),
    ("", "{day} 16:21", "小票打印机 P58", 2, "219.00", "CNY"),
)
_UNREADABLE: tuple[Row, ...] = (
    ("YT-1053", "{year}-13-05 09:30", "钱箱 C4", 3, "135.00", "CNY"),
    ("YT-1043", "{day} 11:05", "短信包 10 万条", 1, "三千九", "CNY"),
    ("YT-1052", "{day} 13:48", "热敏纸 80mm×50", "若干", "96.50", "CNY"),
)


@dataclass(frozen=True)
class Export:
    """One file to write: its name, header and rows."""

    name: str
    header: tuple[str, ...]
    rows: Iterable[Row]


def write_files(vendor: Vendor, folder: Path) -> dict[str, Path]:
    """Write all files into `folder` (made if missing) and return their paths by kind.

    The kinds are accounts, people, contracts, usage, corrections (usage again, late), orders (single lines).
    """
    folder.mkdir(parents=True, exist_ok=True)
    return {kind: _write(export, folder) for kind, export in _exports(vendor).items()}


def _exports(vendor: Vendor) -> dict[str, Export]:
    names = {colleague.username: colleague.name for colleague in vendor.colleagues}
    return {
        "accounts": Export("accounts.csv", _ACCOUNTS, (_account(one, names) for one in vendor.customers)),
        "people": Export("people.csv", _PEOPLE, _people(vendor.people)),
        "contracts": Export("contracts.csv", _CONTRACTS, _contracts(vendor.agreements)),
        "usage": Export("usage.csv.gz", _USAGE, _usage(vendor.series)),
        "corrections": Export("usage-corrections.csv", _USAGE, _usage(vendor.corrections)),
        "orders": Export("orders.csv", _ORDERS, _orders(vendor.orders)),
    }


def _write(export: Export, folder: Path) -> Path:
    """Write with a byte order mark, as spreadsheets expect; packed without a time, to be the same bytes."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(export.header)
    lines.writerows(export.rows)
    content = text.getvalue().encode("utf-8-sig")
    path = folder / export.name
    path.write_bytes(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)
    return path


def _yes(is_so: bool) -> str:
    return "是" if is_so else "否"


def _account(one: Customer, names: dict[str, str]) -> Row:
    limit = f"{one.credit_limit}.00" if one.credit_limit else ""
    return (
        one.reference, one.name, one.level, one.industry, one.region, one.since, limit, "CNY",
        _yes(one.may_overdraw), names[one.spokesperson], names[one.sales],
    )  # fmt: skip


def _people(people: Iterable[Person]) -> Iterator[Row]:
    for position, one in enumerate(people, 1):
        domain = one.reference.lower().replace("-", "")
        yield (
            one.reference, one.name, one.part, one.title, f"p{position}@{domain}.example",
            f"138 0000 {position:04d}", one.stance, one.influence, _yes(one.is_sponsor), one.left_on or "",
            one.note,
        )  # fmt: skip


def _contracts(agreements: Iterable[Agreement]) -> Iterator[Row]:
    for one in agreements:
        for line in one.lines:
            yield (
                one.number, one.reference, one.starts_on, one.ends_on, one.edition, line.product,
                line.quantity, f"{line.amount}.00", "CNY", _yes(one.renews_by_itself),
            )  # fmt: skip


def _usage(series: Iterable[Series]) -> Iterator[Row]:
    for one in series:
        decimals = METERS[one.meter].decimals
        for position, (quantity, minor) in enumerate(
            zip(one.quantity.tolist(), one.minor.tolist(), strict=True)
        ):
            amount = f"{minor // 100}.{minor % 100:02d}"
            yield one.reference, one.meter, one.day(position), f"{quantity:.{decimals}f}", amount, "CNY"


def _orders(orders: tuple[Order, ...]) -> Iterator[Row]:
    for one in orders:
        yield one.reference, f"{one.at:%Y-%m-%d %H:%M}", one.item, one.quantity, one.price, "CNY"
    last = orders[-1].at
    for row in (*_STRANGERS, *_UNREADABLE):
        yield tuple(str(cell).format(day=f"{last:%Y-%m-%d}", year=last.year) for cell in row)

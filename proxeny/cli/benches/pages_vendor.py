"""A made-up vendor as large as a page may ever have to show: customers, contracts, swings, a docket, a ledger."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from django.db import transaction

from proxeny.accounts.finding import search_key
from proxeny.accounts.models import Account, Contract, ContractLine
from proxeny.cli.benches.made_up_vendor import BENCH, batch_of_facts
from proxeny.core import clock
from proxeny.core.findings import Cause, Evidence, Finding
from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.docket import gathering
from proxeny.identity import adding
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.judgement import judging, sweeping
from proxeny.judgement.models import Judgement, Swing
from proxeny.ledger import appending

READER = "bench"
SPEAKERS, METERS, DAYS, AT_ONCE = 40, 1, 400, 2000
PLACES, TRADES, ENDS = (
    "京沪杭甬苏锡常宁徽湘",
    ["星河", "鲁班", "云启", "海纳", "东篱", "北辰", "长风", "青禾", "明远", "百川"],
    ["科技", "物流", "建材", "食品", "医药", "传媒", "制造", "教育"],
)


def make(accounts: int, matters: int, entries: int, today: date) -> None:
    """Make all of it; nothing may be there before."""
    with transaction.atomic():
        speakers = _colleagues()
        made = _customers(accounts, speakers)
        _contracts(made, today)
        _judgements(made, speakers, today)
    batch_of_facts(accounts, METERS, today - timedelta(days=DAYS), today - timedelta(days=1))
    sweep = sweeping.keep(sweeping.Seen(today, sweeping.known_version(today)))
    Swing.objects.bulk_create((_swing(sweep.pk, one, today) for one in made[::5]), batch_size=AT_ONCE)
    gathering.gather(today, _findings(made, matters, today))
    with transaction.atomic():
        _ledger(made, entries)


def make_customers(accounts: int, today: date) -> None:
    """Make only the colleagues, and the customers with their contracts."""
    with transaction.atomic():
        _contracts(_customers(accounts, _colleagues()), today)


def _colleagues() -> list[Staff]:
    adding.add_staff(READER, "何苗", by=BENCH, roles=[Role.LEAD])
    return [
        adding.add_staff(f"{READER}{number}", f"周雨{number}", by=BENCH, roles=[Role.SPOKESPERSON])
        for number in range(SPEAKERS)
    ]


def _customers(count: int, speakers: list[Staff]) -> list[Account]:
    now, names = clock.now(), ["".join(parts) for parts in product(PLACES, TRADES, ENDS)]
    return Account.objects.bulk_create(
        (
            Account(
                reference=f"A{number:06d}",
                name=(name := f"{names[number * 7 % len(names)]}{number}号"),
                search_key=search_key(name, f"A{number:06d}"),
                level=Account.Level.values[number % 4],
                currency="CNY",
                spokesperson=speakers[number % len(speakers)],
                customer_since=date(2020, 1, 1) + timedelta(days=number % 2000),
                added_at=now,
                changed_at=now,
            )
            for number in range(count)
        ),
        batch_size=AT_ONCE,
    )


def _contracts(customers: list[Account], today: date) -> None:
    now = clock.now()
    contracts = Contract.objects.bulk_create(
        (
            Contract(
                account=one,
                number=f"C-{one.reference}",
                starts_on=today - timedelta(days=200),
                ends_on=today + timedelta(days=164),
                currency="CNY",
                added_at=now,
                changed_at=now,
            )
            for one in customers[::2]
        ),
        batch_size=AT_ONCE,
    )
    ContractLine.objects.bulk_create(
        (
            ContractLine(
                contract=one, position=line, product=f"P{line}", amount_minor=100_000 * (one.pk % 97 + line)
            )
            for one in contracts
            for line in (1, 2)
        ),
        batch_size=AT_ONCE,
    )


def _judgements(customers: list[Account], speakers: list[Staff], today: date) -> None:
    bands, now = Judgement.Band.values, clock.now()
    Judgement.objects.bulk_create(
        (
            Judgement(
                account=one,
                band=bands[one.pk % 3],
                reason="采购在走流程。",
                by=speakers[one.pk % len(speakers)],
                at=now,
                expires_on=today + judging.STANDS_FOR,
            )
            for one in customers[::3]
        ),
        batch_size=AT_ONCE,
    )


def _swing(sweep: int, account: Account, today: date) -> Swing:
    return Swing(
        sweep_id=sweep,
        account=account,
        meter="meter-0",
        measure="amount",
        horizon="middle",
        since=today - timedelta(days=20),
        direction="down",
        change=-0.3,
        level_before=100.0,
        level_now=70.0,
        month_minor=-90_000 - account.pk,
        currency="CNY",
        evidence={},
        certainty=0.9,
    )


def _findings(customers: list[Account], count: int, today: date) -> Iterator[Finding]:
    for number in range(count):
        account, since = customers[number % len(customers)], today - timedelta(days=number % 90)
        values = {"meter": f"meter-{number // len(customers)}", "change": {"type": "share", "value": -0.3}}
        text = Sentence("%(meter)s: %(change)s", values)
        yield Finding(
            kind="swing",
            account_id=account.pk,
            cause=Cause(f"swing/meter-{number // len(customers)}/CNY/down", since, 0.3),
            sentence=text,
            evidence=tuple(Evidence(text, f"account:{account.pk}") for _each in range(3)),
            stake=Money(10_000 + (number * 7919) % 10_000_000, "CNY"),
            doubt=(number * 31 % 100) / 100,
        )


def _ledger(customers: list[Account], count: int) -> None:
    """Append lines as the verbs of customers do."""
    for number in range(count):
        about = [customers[number % len(customers)].record]
        appending.append("accounts.assigned", about=about, by=BENCH, fields=["level"])

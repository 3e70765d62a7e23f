"""Asking for the pages of customers."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from proxeny.accounts.models import Account
from tests.cast import TODAY, Cast

YESTERDAY = TODAY - timedelta(days=1)
REASON = "对账要 3 天的痛点没有改善"


def read(client: Client, route: str, account: Account | None = None, **asked: str) -> str:
    answer = client.get(reverse(route, args=[account.pk] if account else []), asked)
    assert answer.status_code == 200, f"{route} {asked}: {answer.status_code}"
    return answer.getvalue().decode()


def of_account(vendor: Cast) -> list[str]:
    routes = [
        "account",
        "account-consumption",
        "account-spans",
        "account-consumption-picture",
        "account-consumption-figures",
        "account-consumption-days",
    ]
    return [reverse(route, args=[vendor.luban.pk]) for route in routes]

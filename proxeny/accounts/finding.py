"""Finding customers by what people type: Chinese, full pinyin, initials, the customer's number."""

from functools import reduce
from operator import and_

from django.db.models import Q, QuerySet
from pypinyin import Style, lazy_pinyin

from proxeny.accounts.models import Account
from proxeny.core.spelling.units import fold


def search_key(name: str, reference: str) -> str:
    """Return what an account is found by and stands in order by: full pinyin, name, initials, reference, each folded, parted
    by blanks.

    Pinyin first: so the order of keys is the order in which Chinese readers look for names, Latin names among them.
    """
    spoken, initials = (
        ("", "")
        if name.isascii()
        else ("".join(lazy_pinyin(name)), "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)))
    )
    return " ".join(dict.fromkeys(filter(None, map(fold, (spoken, name, initials, reference)))))[:600]


def matching(accounts: QuerySet[Account], words: str) -> QuerySet[Account]:
    """Return those of `accounts` that hold every word typed."""
    folded = [fold(word) for word in words.split()]
    return (
        accounts.filter(reduce(and_, (Q(search_key__contains=word) for word in folded)))
        if folded
        else accounts
    )

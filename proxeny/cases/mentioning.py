"""Naming colleagues in a message: who could read it, found by what somebody types, and who is named in a text."""

from functools import lru_cache

from django.db.models import Q, QuerySet

from proxeny.cases.access import OPEN_TO_SALES
from proxeny.cases.models import Audience, Case
from proxeny.core.spelling.laying import Entry
from proxeny.core.spelling.recall import Index
from proxeny.identity.models import Staff
from proxeny.identity.roles import MATRIX, Area, Reach

MOST = 6


def who_reads(case: Case, audience: Audience) -> QuerySet[Staff]:
    """Return the colleagues who can read a message of that sort in the case: naming others would tell them nothing."""
    area = Area.CONFIDENTIAL if case.is_confidential else Area.INSIDE
    roles = [role.value for role, right in MATRIX[area].items() if right.read is Reach.ALL]
    account = case.account
    named = {account.spokesperson_id, case.owner_id}
    if audience in OPEN_TO_SALES and not case.is_confidential:
        named.add(account.sales_id)
    able = Q(pk__in=named - {None}) | Q(grants__role__in=roles, grants__ended_at=None)
    return Staff.objects.filter(able, is_active=True).distinct().order_by("name")


def find(case: Case, words: str, audience: Audience, *, but: int | None = None) -> list[Staff]:
    """Return whom of them `words` may mean, in Chinese, pinyin or initials; all, where nothing is typed yet."""
    people = {one.pk: one for one in who_reads(case, audience) if one.pk != but}
    if not words.strip():
        return list(people.values())[:MOST]
    index = _index(tuple((one.pk, one.name) for one in people.values()))
    hits = index.strong(words, most=MOST) or index.weak(words, most=MOST, at_most=1)
    return [people[hit.key] for hit in hits]


def named_in(text: str, people: QuerySet[Staff]) -> list[int]:
    """Return the numbers of those whom the text names with an @."""
    if "@" not in text:
        return []
    found, left = [], text
    for number, name in sorted(people.values_list("pk", "name"), key=lambda one: -len(one[1])):
        # Longer names first: @张小雨 does not name 张小.
        if f"@{name}" in left:
            found.append(number)
            left = left.replace(f"@{name}", " ")
    return sorted(found)


@lru_cache(maxsize=32)
def _index(people: tuple[tuple[int, str], ...]) -> Index:
    return Index(Entry(number, name) for number, name in people)

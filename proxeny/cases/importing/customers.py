"""Whose cases they are: customers by number, or by name where a file has no better word; their people, ours, our teams."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from proxeny.accounts.models import Account, Contact
from proxeny.identity.models import Staff, Team
from proxeny.intake.rows.shelf import chunks, distinct


class Customers:
    """The customers that a file's words mean; a name that several bear means none of them."""

    def __init__(self, words: Iterable[str]) -> None:
        wanted = distinct(word for word in words if word)
        self._found: dict[str, Account] = {}
        for chunk in chunks(wanted):
            self._found.update((one.reference, one) for one in Account.objects.filter(reference__in=chunk))
        for chunk in chunks([word for word in wanted if word not in self._found]):
            named: defaultdict[str, list[Account]] = defaultdict(list)
            for one in Account.objects.filter(name__in=chunk):
                named[one.name].append(one)
            self._found.update((name, several[0]) for name, several in named.items() if len(several) == 1)
        self.unknown = [word for word in wanted if word not in self._found]

    def of(self, word: str) -> Account | None:
        """Return the customer that the word means, None where it means none."""
        return self._found.get(word)

    @property
    def all(self) -> list[Account]:
        """Every customer that was found, once."""
        return list({one.pk: one for one in self._found.values()}.values())


class Colleagues:
    """Our people and teams, by what another system may call them."""

    def __init__(self) -> None:
        several: defaultdict[str, set[Staff]] = defaultdict(set)
        for one in Staff.objects.filter(is_active=True):
            for word in (one.username, one.name, one.email):
                if word:
                    several[word.casefold()].add(one)
        self._staff = {word: next(iter(found)) for word, found in several.items() if len(found) == 1}
        self._teams = {team.name.casefold(): team for team in Team.objects.all()}

    def person(self, word: str) -> Staff | None:
        """Return the colleague of that name, sign-in name or mail; None where nobody, or several, have it."""
        return self._staff.get(word.casefold()) if word else None

    def team(self, word: str) -> Team | None:
        """Return the team of that name."""
        return self._teams.get(word.casefold()) if word else None


class Contacts:
    """People of customers, by their name or mail."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._found: dict[tuple[int, str], Contact] = {}
        for chunk in chunks([one.pk for one in accounts]):
            for one in Contact.objects.filter(Q(account__in=chunk)).order_by("-pk"):
                for word in filter(None, (one.name, one.email)):
                    self._found[one.account_id, word.casefold()] = one

    def of(self, account: Account, word: str) -> Contact | None:
        """Return the customer's person of that name or mail, None where nobody has it."""
        return self._found.get((account.pk, word.casefold())) if word else None

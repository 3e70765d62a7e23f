"""A record for tests: lines in the tables, and a hand that writes past the database's refusal."""

from django.db import connection, transaction

from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.ledger import appending, guards, keys, verifying
from proxeny.ledger.checking import Witnessed


def write(lines: int) -> None:
    for number in range(lines):
        with transaction.atomic():
            appending.append(
                "test.noted", about=[references.to("account", 1)], by=Actor.system("test"), number=number
            )


def breaks(*witnessed: Witnessed) -> list[tuple[int, str]]:
    found = verifying.verify(verifier=keys.signer().verifier, witnessed=witnessed).breaks
    return [(one.sequence, one.kind) for one in found]


def tampered(statement: str, *values: str | bytes | int) -> None:
    guards.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
    guards.install(connection)

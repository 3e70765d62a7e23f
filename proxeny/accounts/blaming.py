"""Who last changed a field, and when, as the ledger has it."""

from collections.abc import Iterable

from proxeny.accounts.merging import Clash
from proxeny.core.references import Reference
from proxeny.ledger import reading

LOOKED_AT = 200


def attributed(clashes: Iterable[Clash], record: Reference, kinds: Iterable[str]) -> list[Clash]:
    """Return the clashes with who made the other change and when, where a line tells of it."""
    lines = reading.about(record, most=LOOKED_AT, kinds=kinds)
    found = []
    for clash in clashes:
        line = next((one for one in lines if one.content and clash.field in _named(one.content)), None)
        by, at = (line.actor, line.at) if line else ("", None)
        found.append(Clash(clash.field, clash.mine, clash.theirs, clash.before, by, at))
    return found


def _named(content: dict[str, object]) -> set[str]:
    """The fields a line tells of: with their values, or by name only where a file brought them."""
    changes, fields = content.get("changes"), content.get("fields")
    return {*(changes if isinstance(changes, dict) else ()), *(fields if isinstance(fields, list) else ())}

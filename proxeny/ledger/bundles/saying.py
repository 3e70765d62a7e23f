"""What verifying a bundle found, as plain sentences; `say` translates a msgid into the reader's language."""

from collections.abc import Iterator

from proxeny.ledger.bundles.breaks import Break, Kind
from proxeny.ledger.bundles.evidence import Evidence, Text
from proxeny.ledger.bundles.verifying import Report
from proxeny.ledger.details import N_, Say, translated

BREAKS = {
    Kind.FILE: N_("This is no bundle, or not a bit of it may be trusted: %(detail)s."),
    Kind.KEY: N_("It is signed by another key than the one asked for: %(detail)s"),
    Kind.MANIFEST: N_("The list of its files is not signed by the record's key: %(detail)s."),
    Kind.CHANGED: N_("%(place)s is not the file that was put in."),
    Kind.ENTRY: N_("Entry %(place)s was changed: its columns do not give its hash."),
    Kind.TEXT: N_("Entry %(place)s: the text is not the one that was written."),
    Kind.PATH: N_("Entry %(place)s does not stand in the record at this place: %(detail)s."),
    Kind.ORDER: N_("Entry %(place)s stands twice, out of order, or does not follow the one before it."),
    Kind.SUBJECT: N_("Entry %(place)s is about something else than this bundle."),
    Kind.HEAD: N_("A head of the record does not hold: %(detail)s."),
    Kind.FORK: N_("The record was written anew behind somebody's back: %(detail)s."),
    Kind.ATTACHMENT: N_("%(place)s is not a file that an entry names."),
}


def sentences(report: Report, say: Say) -> Iterator[str]:
    """Yield what was found, the most important first."""
    evidence = report.evidence
    if not report.ok or evidence is None:
        yield say(N_("This bundle does not hold. Do not rely on it."))
        yield from (_break(found, say) for found in report.breaks)
        return
    yield say(N_("This bundle holds: %(title)s, %(count)s entries, not a letter was changed.")) % {
        "title": evidence.title,
        "count": len(evidence.entries),
    }
    yield from _texts(report, say)
    said = N_("It was made at %(at)s by %(who)s, from a record that had %(size)s entries then.")
    who = evidence.names.get(evidence.made_by) or say(N_("Who runs the server"))
    yield say(said) % {"at": evidence.made_at, "who": who, "size": report.size}
    yield from _held(report, evidence, say)
    yield from _key(report, say)
    yield say(N_("It does not prove that what was written is true, or that nothing was left out."))


def _break(found: Break, say: Say) -> str:
    return say(BREAKS[found.kind]) % {"place": found.place, "detail": translated(found.detail, say)}


def _texts(report: Report, say: Say) -> Iterator[str]:
    if redacted := report.count(Text.REDACTED):
        yield say(
            N_("Entries without their text: %(count)s. They are proven, what they say is not shown.")
        ) % {"count": redacted}
    if erased := report.count(Text.ERASED):
        said = N_("Entries whose text was erased by law: %(count)s. They are proven all the same.")
        yield say(said) % {"count": erased}


def _held(report: Report, evidence: Evidence, say: Say) -> Iterator[str]:
    for one in evidence.held:
        said = N_("Up to entry %(size)s its head was handed out: %(who)s")
        yield say(said) % {"size": one.size, "who": "; ".join(one.kept_by)}
    if report.compared:
        said = N_("Heads that you have kept and that agree: %(count)s.")
        yield say(said) % {"count": report.compared}
    else:
        yield say(
            N_(
                "No head that somebody else keeps was compared: whoever has the key could have written all of it anew. "
                "With --head FILE it is compared."
            )
        )


def _key(report: Report, say: Say) -> Iterator[str]:
    if report.is_key_compared:
        yield say(N_("It is signed by the key that you have named."))
    else:
        said = N_(
            "It is signed by the key below. Compare it with the one that was published elsewhere, or name that with --key: "
            "anybody can make a bundle with a key of his own."
        )
        yield say(said)
        yield report.key

"""The sources of the docket. A new one is a function in the package that knows the matter, and one line here."""

from collections.abc import Callable, Iterable
from datetime import date

from proxeny.cases import findings as cases
from proxeny.core.findings import Finding
from proxeny.judgement import findings as judgement
from proxeny.judgement import silence
from proxeny.promises import findings as promises
from proxeny.usage import findings as usage

Source = Callable[[date], Iterable[Finding]]

SOURCES: tuple[Source, ...] = (
    judgement.swings,
    silence.silent_feeds,
    cases.unanswered,
    cases.about_to_break,
    cases.without_path,
    cases.look_again,
    cases.promised_in_words,
    promises.broken,
    promises.due_soon,
    usage.set_aside,
    usage.stale_feeds,
)

"""The sources of the docket. A new one is a function in the package that knows the matter, and one line here."""

from collections.abc import Callable, Iterable
from datetime import date

from proxeny.core.findings import Finding
from proxeny.judgement import findings as judgement
from proxeny.judgement import silence
from proxeny.usage import findings as usage

Source = Callable[[date], Iterable[Finding]]

SOURCES: tuple[Source, ...] = (
    judgement.swings,
    silence.silent_feeds,
    usage.set_aside,
    usage.stale_feeds,
)

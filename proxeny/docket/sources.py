"""The sources of the docket. A new one is a function in the package that knows the matter, and one line here."""

from collections.abc import Callable, Iterable
from datetime import date

from proxeny.accounts.talks import findings as talks
from proxeny.cases import findings as cases
from proxeny.catalogue import findings as catalogue
from proxeny.core.findings import Finding
from proxeny.demand import findings as demand
from proxeny.dispatch import findings as dispatch
from proxeny.judgement import divergence, silence
from proxeny.judgement import findings as judgement
from proxeny.promises import findings as promises
from proxeny.promises.concessions import findings as concessions
from proxeny.usage import findings as usage

Source = Callable[[date], Iterable[Finding]]

SOURCES: tuple[Source, ...] = (
    divergence.findings,
    judgement.swings,
    silence.silent_feeds,
    cases.unanswered,
    cases.about_to_break,
    cases.without_path,
    cases.look_again,
    cases.promised_in_words,
    promises.broken,
    promises.due_soon,
    concessions.over_limit,
    talks.missing,
    demand.undecided,
    demand.put_off,
    demand.not_told,
    demand.to_look_at,
    dispatch.returned,
    dispatch.loops,
    dispatch.overdue,
    dispatch.unconfirmed,
    dispatch.unsent_complaints,
    usage.set_aside,
    usage.stale_feeds,
    catalogue.unowned,
    catalogue.teams_without,
    catalogue.rotas_that_left,
)

"""What is told of an import of cases: how many rows count, what the file tells, what was set aside, what was wrong."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from proxeny.cases.importing.history import History
from proxeny.cases.importing.keeping import Plan
from proxeny.cases.importing.reading import CaseFile
from proxeny.core.sentences import N_, Sentence
from proxeny.intake.tabular.problems import Problem

MOST_NAMED = 100
WORDS_SHOWN = 12
UNKNOWN_STATES = N_(
    "Words for states that nobody knows here: %(words)s. What they mean was left open; say it as “words for states”."
)
UNKNOWN_WORDS = N_("Words in “%(column)s” that nobody knows here: %(words)s. What they mean was left open.")
LEFT_OUT = N_("Cases without some of their events, which could not be read: %(cases)s.")
UNNAMED = N_("Cases that name no customer at all, and are set aside: %(cases)s.")


@dataclass(slots=True)
class Tally:
    """Counts what a file tells and what becomes of it; figures of cases are of the whole file, aside or not."""

    adds_customers: bool = False
    made: int = 0
    changed: int = 0
    unchanged: int = 0
    cases: int = 0
    events: int = 0
    handovers: int = 0
    returns: int = 0
    reopened: int = 0
    messages: int = 0
    with_gaps: int = 0
    unnamed: int = 0
    rows: int = 0
    accounts: set[str] = field(default_factory=set)
    aside: Counter[str] = field(default_factory=Counter)

    def count(self, histories: Sequence[History], plan: Plan | None) -> None:
        """Count these cases, and what is planned with them."""
        for one in histories:
            self.cases += 1
            self.events += one.events
            self.handovers += one.handovers
            self.returns += one.returns
            self.reopened += one.reopens > 0
            self.messages += len(one.messages)
            self.with_gaps += one.left_out > 0
            self.rows += one.rows
            if one.account:
                self.accounts.add(one.account)
        if plan is None:
            return
        self.made, self.changed = self.made + len(plan.made), self.changed + len(plan.changed)
        self.unchanged += plan.unchanged
        for one in plan.aside:
            if one.account and self.adds_customers:
                self.made += 1
            else:
                self.aside[one.account] += one.rows
                self.unnamed += not one.account

    def report(self, file: CaseFile) -> dict[str, Any]:
        """Return the document; all rows must have been read."""
        reader, aside = file.reader, sum(self.aside.values())
        bad = len(reader.objections)
        errors = [*reader.objections.listed(Problem.kept), *reader.partly.listed(Problem.kept)]
        return {
            "preset": file.preset,
            "mapping": dict(file.columns.found),
            "rows": {"read": reader.rows_read, "good": self.rows - aside, "bad": bad, "aside": aside},
            "cases": self.cases,
            "events": self.events,
            "handovers": self.handovers,
            "returns": self.returns,
            "reopened": self.reopened,
            "messages": self.messages,
            "made": self.made,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "accounts": len(self.accounts),
            "aside": [{"account": name, "rows": rows} for name, rows in self.aside.most_common(MOST_NAMED)],
            "aside_accounts": len(self.aside),
            "errors": sorted(errors, key=lambda one: one["row"] or 0),
            "notes": [note.as_json() for note in self._notes(file)],
        }

    def _notes(self, file: CaseFile) -> list[Sentence]:
        notes = []
        for name, words in file.unknown_words.items():
            several = ", ".join(words[:WORDS_SHOWN]) + (", …" if len(words) > WORDS_SHOWN else "")
            if name == "state":
                notes.append(Sentence(UNKNOWN_STATES, {"words": several}))
            else:
                column = file.columns.found.get(name, name)
                notes.append(Sentence(UNKNOWN_WORDS, {"column": column, "words": several}))
        if self.with_gaps:
            notes.append(Sentence(LEFT_OUT, {"cases": self.with_gaps}))
        if self.unnamed:
            notes.append(Sentence(UNNAMED, {"cases": self.unnamed}))
        return notes

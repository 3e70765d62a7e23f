"""The history of one case, out of what a file tells of it."""

from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter

from proxeny.cases.importing.history import Direction, History, Message, Moment, Stretch, Wait
from proxeny.cases.importing.told import DONE, STOPPED, Event, State, Told

_AT, _SEQUENCE, _PLACE = 0, 1, 2
_FORWARD = itemgetter(_AT, _SEQUENCE, _PLACE)


def history_of(told: Told, *, newest_first: bool = False) -> History:
    """Return the case in order of time; ValueError where nothing says when it began.

    Events of one moment that have no numbers keep the file's order, or the reverse where it begins with the newest.
    """
    events = _ordered(told.events, newest_first=newest_first)
    opened_at = told.opened_at or (events[0].at if events else None)
    if opened_at is None:
        raise ValueError(told.reference)
    course = _Course(opened_at, told)
    for event in events:
        course.take(event)
    course.end()
    messages = tuple(_messages(events, told.reporter))
    return History(
        reference=told.reference,
        account=told.account,
        opened_at=opened_at,
        row=told.row,
        title=told.title,
        text=told.text or _first_words(messages),
        reporter=told.reporter,
        severity=told.severity,
        kinds=told.kinds,
        product=told.product,
        assignments=tuple(course.stretches),
        waits=tuple(course.waits),
        solved=tuple(course.solved),
        reopened=tuple(course.reopened),
        closed=tuple(course.closed),
        messages=messages,
        began_at=_began(events, is_snapshot=told.is_snapshot),
        taken_up_at=None if told.is_snapshot else _taken_up(events),
        state=course.told or "",
        is_snapshot=told.is_snapshot,
        told_reopens=max([told.reopens, *(event.reopens for event in events)]),
        events=len(events),
        left_out=told.left_out,
        rows=told.rows,
    )


class _Course:
    """Follows a case through its events."""

    def __init__(self, opened_at: datetime, told: Told) -> None:
        self._opened_at, self._told = opened_at, told
        self._state = State.OPEN
        self.told: State | None = None
        self._reopens = self._sequence = 0
        self.stretches: list[Stretch] = []
        self.waits: list[Wait] = []
        self.solved: list[Moment] = []
        self.reopened: list[Moment] = []
        self.closed: list[Moment] = []

    def take(self, event: Event) -> None:
        """Go on to `event`, which is not before the last; one that the system numbered before others is stale in its state."""
        self._assign(event)
        state = event.state
        if event.reopens > self._reopens:
            self._reopens = event.reopens
            if self._state in DONE:
                self._reopen(event)
                self._state = State.OPEN
        if state is not None and event.sequence >= self._sequence:
            self._turn(event, state)
        self._sequence = max(self._sequence, event.sequence)

    def _assign(self, event: Event) -> None:
        """A team that says nothing of a person has none of another team's; what is not said at all stays."""
        if not event.team and not event.person:
            return
        now = self.stretches[-1] if self.stretches else None
        team = event.team or (now.team if now else "")
        person = event.person or (now.person if now and now.team == team else "")
        if now is not None and (now.team, now.person) == (team, person):
            return
        began = event.at
        if now is None and self._told.is_snapshot:
            began = self._opened_at
        if now is not None:
            self.stretches[-1] = now._replace(ended=began)
        self.stretches.append(Stretch(team, person, began, None))

    def _turn(self, event: Event, state: State) -> None:
        at = event.at
        if self._state in DONE and state not in DONE:
            self._reopen(event)
        if state is State.REOPENED:
            state = State.OPEN
        if state is State.SOLVED and self._state not in DONE:
            self.solved.append(Moment(at, event.who))
        if state is State.CLOSED and self._state is not State.CLOSED:
            self._close(event)
        self._wait(event, state)
        self._state = self.told = state

    def _reopen(self, event: Event) -> None:
        self.reopened.append(Moment(event.at, event.who))
        self._reopens = max(self._reopens, len(self.reopened))

    def _close(self, event: Event) -> None:
        """What is closed was solved before; where no event says when, the file's own word counts if it fits."""
        told = self._told
        closed = self._fitting(told.closed_at, event.at) if told.is_snapshot else event.at
        if self._state is not State.SOLVED:
            self.solved.append(Moment(self._fitting(told.resolved_at, closed), event.who))
        self.closed.append(Moment(closed, event.who))

    def _fitting(self, told: datetime | None, at: datetime) -> datetime:
        since = self.reopened[-1].at if self.reopened else self._opened_at
        return told if told is not None and since <= told <= at else at

    def _wait(self, event: Event, state: State) -> None:
        now = self.waits[-1] if self.waits and self.waits[-1].ended is None else None
        for_customer = state is State.WAITING
        if now is not None and state in STOPPED and (now.why, now.for_customer) == (event.why, for_customer):
            return
        if now is not None:
            self.waits[-1] = now._replace(ended=event.at)
        if state in STOPPED:
            self.waits.append(Wait(event.at, None, event.why, event.who, for_customer))

    def end(self) -> None:
        """Take what no event shows but the file says; the last team has a closed case no longer."""
        told = self._told
        if not self.solved and not self.closed and self._state not in DONE and told.is_snapshot:
            self._settle_snapshot()
        if self._state is State.CLOSED and self.stretches and self.closed:
            last = self.stretches[-1]
            self.stretches[-1] = last._replace(ended=max(last.began, self.closed[-1].at))

    def _settle_snapshot(self) -> None:
        """A row that names no state but says when it was solved or closed."""
        told = self._told
        if any(event.state is not None for event in told.events):
            return
        if told.closed_at is not None:
            self._state = State.OPEN
            self._close(Event(max(told.closed_at, self._opened_at)))
            self._state = State.CLOSED
        elif told.resolved_at is not None:
            self.solved.append(Moment(max(told.resolved_at, self._opened_at), ""))
            self._state = State.SOLVED


def _ordered(events: Sequence[Event], *, newest_first: bool) -> list[Event]:
    if newest_first:
        return sorted(events, key=lambda event: (event.at, event.sequence, -event.place))
    return sorted(events, key=_FORWARD)


def _began(events: Sequence[Event], *, is_snapshot: bool) -> datetime | None:
    looks = (
        [event for event in events if event.state or event.team or event.person] if is_snapshot else events
    )
    return looks[0].at if looks else None


def _taken_up(events: Sequence[Event]) -> datetime | None:
    """Return when somebody of ours first did something after the case had come in."""
    return next((event.at for event in events[1:] if event.direction is not Direction.INBOUND), None)


def _first_words(messages: Sequence[Message]) -> str:
    """Return what the customer wrote first."""
    return next((one.text for one in messages if one.direction is Direction.INBOUND), "")


def _messages(events: Sequence[Event], reporter: str) -> list[Message]:
    """Return what was written; parts of one message, which some exports cut up, are put together again.

    Where nobody says whom it went to, what the reporter wrote came to us, and all else stays between colleagues.
    """
    found: dict[object, Message] = {}
    for place, event in enumerate(events):
        if not event.text:
            continue
        key: object = event.message or place
        if (before := found.get(key)) is not None:
            found[key] = before._replace(text=f"{before.text}\n{event.text}")
            continue
        direction = event.direction
        if direction is None:
            is_reporters = bool(reporter) and event.who == reporter
            direction = Direction.INBOUND if is_reporters else Direction.INTERNAL
        found[key] = Message(event.at, event.who, direction, event.text, event.message)
    return list(found.values())

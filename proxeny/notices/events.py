"""What can happen to notices."""

from dataclasses import dataclass

from proxeny.core.outbox import Event


@dataclass(frozen=True)
class NoticeWaiting(Event):
    """A new notice lies in somebody's inbox, to be shown from `shown_from` (ISO 8601, UTC) on.

    Delivery by other ways than the inbox subscribes here. It asks again, when it delivers, whether the notice still
    stands and is neither read nor done: a notice is withdrawn when its reader may no longer see what it is about.
    """

    notice: int
    staff: int
    shown_from: str

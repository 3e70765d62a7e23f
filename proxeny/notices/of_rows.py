"""Telling people that a row is not as its lines on record left it."""

from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.notices.of_the_record import ADDRESS, ANSWERS, BREAKS, RECORD
from proxeny.notices.telling import tell

ANSWER_FOR_ROWS = (Role.OWNER, Role.LEAD)
"""Who hears of it: they read the separate channel, too, so that nothing of the row has to be left out."""
FOUND = N_("%(found)s. Change nothing, keep a copy of the database, and ask who did it.")
FOUND_MORE = N_(
    "%(found)s, and %(more)s more rows are not as they should be. Change nothing, keep a copy of the database, and ask "
    "who did it."
)


def breaks(said: dict[str, object]) -> None:
    """Tell the owner and the leads of a row; once of each finding."""
    found, more = {"pattern": said["pattern"], "values": said["values"]}, said["more"]
    text = Sentence(FOUND_MORE if more else FOUND, {"found": found, "more": more})
    people = Staff.objects.filter(
        grants__role__in=ANSWER_FOR_ROWS, grants__ended_at=None, is_active=True
    ).distinct()
    tell(
        people,
        kind=BREAKS,
        about=RECORD,
        text=text,
        reason=ANSWERS,
        key=f"{RECORD}/{said['key']}",
        address=ADDRESS,
    )

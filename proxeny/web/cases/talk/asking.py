"""What is asked before something is sent: each once, each answered by sending again."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from proxeny.cases.models import Audience
from proxeny.cases.templating import places_left
from proxeny.web.cases.reader import Reader
from proxeny.web.cases.talk import reading
from proxeny.web.cases.talk.composer import Ask
from proxeny.web.cases.talk.message_html import author_of, named
from proxeny.web.cases.talk.sent import Sent

BEGUN, PLACES, NEWS = "begun", "places", "news"
MOST_SHOWN = 5


def questions(reader: Reader, one: Sent) -> list[Ask]:
    """Return what has to be asked before this is sent."""
    return [*_begun_for_others(one), *_places_left(one), *_written_meanwhile(reader, one)]


def _begun_for_others(one: Sent) -> Iterator[Ask]:
    """Words that were begun among ourselves are not sent to the customer by a slip."""
    is_other = one.begun_as in Audience.values and one.begun_as != Audience.CUSTOMER
    if one.audience == Audience.CUSTOMER and is_other and BEGUN not in one.ok:
        before = Audience(one.begun_as).label
        yield Ask(
            BEGUN,
            _(
                "This was begun as: %(before)s. It would now go to the customer. Read it once more, then send again."
            )
            % {"before": before},
        )


def _places_left(one: Sent) -> Iterator[Ask]:
    left = places_left(one.text) if one.audience != Audience.NOTE else []
    if left and PLACES not in one.ok:
        yield Ask(
            PLACES, _("A place of the template is still empty: %(places)s") % {"places": " ".join(left)}
        )


def _written_meanwhile(reader: Reader, one: Sent) -> Iterator[Ask]:
    """What others wrote since the page was loaded; shown once, for the form then knows that it was seen."""
    if one.seen is None or one.audience == Audience.NOTE:
        return
    found = list(named(reading.news(reader, one.seen)).order_by("at", "pk")[:MOST_SHOWN])
    if found:
        theirs = [(author_of(message, reader.case), message) for message in found]
        yield Ask(
            NEWS,
            _("While you were writing, somebody else wrote:"),
            "cases/talk/_meanwhile.html",
            {"theirs": theirs},
        )

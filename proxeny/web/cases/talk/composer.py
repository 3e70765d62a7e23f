"""The composer as it is shown: for whom, who will read it, what stands in it, what lies beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from proxeny.cases import attaching
from proxeny.cases.addressing import Addressee, addressees
from proxeny.cases.checking import Looked, Said
from proxeny.cases.file_kinds import SUFFIXES
from proxeny.cases.models import Attachment, Audience
from proxeny.desk import drafting
from proxeny.desk.models import Draft
from proxeny.identity.roles import Area, Reach, right
from proxeny.web.cases.reader import Reader
from proxeny.web.cases.talk import saying
from proxeny.web.cases.talk.message_html import ICONS
from proxeny.web.cases.talk.sent import Sent, as_draft, from_draft
from proxeny.web.quick import address

FEW = 6
KEYS = {Audience.CUSTOMER: "r", Audience.NOTE: "n"}


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the audiences to choose from."""

    audience: Audience
    name: str
    icon: str
    key: str
    is_here: bool
    has_draft: bool


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who can be chosen, and whether they are."""

    who: Addressee
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """A question before sending, answered by sending again: its key, what it says, and what it shows."""

    key: str
    text: str
    template: str = ""
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Composer:
    """All that the template reads. `changed` says what another audience changes about words that were there already.

    `may_wait`: one may wait for the customer after it, as for all that is not said in confidence where others see the case.
    """

    sent: Sent
    tabs: tuple[Tab, ...]
    recipients: Sequence[Recipient]
    files: Sequence[Attachment]
    draft_key: str
    draft: Draft | None
    seen: int
    may_confide: bool
    may_wait: bool = False
    asks: Sequence[Ask] = ()
    looked: Looked = field(default_factory=Looked)
    errors: Sequence[str] = ()
    changed: str = ""

    @property
    def audience(self) -> Audience:
        """For whom it is."""
        return self.sent.audience

    @cached_property
    def names(self) -> list[str]:
        """The names of those who are chosen."""
        return [one.who.name for one in self.recipients if one.is_chosen]

    @property
    def few(self) -> Sequence[Recipient]:
        """Those who are shown at once: the chosen ones, and the first of the others."""
        return [one for place, one in enumerate(self.recipients) if place < FEW or one.is_chosen]

    @property
    def others(self) -> Sequence[Recipient]:
        """Those behind “more”."""
        return [one for place, one in enumerate(self.recipients) if place >= FEW and not one.is_chosen]

    @cached_property
    def words(self) -> saying.Words:
        """What it says of itself."""
        return saying.words(self.audience, is_confidential=self.sent.is_confidential)

    @property
    def visible_to(self) -> str:
        """Who will read it, in one line."""
        return saying.filled(self.words.visible, self.words.visible_to_nobody, self.names)

    @property
    def verb(self) -> str:
        """What the button says."""
        return saying.filled(self.words.send, self.words.send_to_nobody, self.names)

    @property
    def remarks(self) -> list[tuple[Said, str]]:
        """The remarks on it, each with the reason that was given for sending it all the same."""
        return with_reasons(self.looked, self.sent)

    @property
    def shown(self) -> int:
        """The last message that stands on the page; what came since is appended when this is sent."""
        return self.sent.shown or self.seen

    @property
    def begun_as(self) -> str:
        """For whom the words were begun; where there are none, for whom it is now."""
        return (self.sent.begun_as if self.sent.is_written else "") or self.audience.value

    @property
    def icon(self) -> str:
        """Its icon."""
        return ICONS[self.audience]

    @property
    def accepts(self) -> str:
        """The suffixes of files that are taken."""
        return ",".join(SUFFIXES)

    @property
    def limit(self) -> int:
        """How many bytes a file may have."""
        return attaching.limit()

    @property
    def is_bound(self) -> bool:
        """Tell whether something was sent and came back."""
        return bool(self.asks or self.looked.remarks or self.errors)


def with_reasons(looked: Looked, one: Sent) -> list[tuple[Said, str]]:
    """Return the remarks, each with its reason as far as one was given."""
    return [(said, one.reasons.get(said.kind.value, "")) for said in looked.remarks]


def key_of(reader: Reader, audience: Audience) -> str:
    """Return the key under which a draft of the reader’s is kept."""
    return f"case:{reader.case.pk}:{audience.value}"


def keep_draft(reader: Reader, one: Sent) -> bool:
    """Keep what was written as a draft; False for what is longer than a draft may be, and stays on the page only."""
    try:
        drafting.keep(reader.actor, key_of(reader, one.audience), as_draft(one))
    except drafting.TooMuch:
        return False
    return True


def composer(
    reader: Reader, *, to: Audience | None = None, sent: Sent | None = None, seen: int = 0, **more: Any
) -> Composer:
    """Return the composer as its writer left it, or with what was `sent`.

    `to` chooses for whom; otherwise it is as sent, or where the newest draft stands, or for the customer.
    """
    keys = {key_of(reader, one): one for one in Audience}
    drafts = {keys[key]: one for key, one in drafting.of_several(reader.actor, list(keys)).items()}
    written = {one: draft for one, draft in drafts.items() if str(draft.content.get("text", "")).strip()}
    audience = sent.audience if sent else to or _newest(written)
    draft = drafts.get(audience)
    content = sent or (from_draft(draft.content, audience) if draft else Sent(audience=audience))
    options = addressees(reader.case, audience)
    chosen = _chosen(options, content.recipients)
    return Composer(
        sent=content,
        tabs=tuple(_tab(one, audience, has_draft=one in written) for one in Audience),
        recipients=[Recipient(one, one.key in chosen) for one in options],
        files=attaching.unsent(reader.case, reader.actor),
        draft_key=key_of(reader, audience),
        draft=draft,
        seen=seen,
        may_confide=_may_confide(reader, audience),
        may_wait=may_wait(reader, content),
        **more,
    )


def _chosen(options: Sequence[Addressee], keys: Sequence[str] | None) -> set[str]:
    """Return who is chosen: as the form says, or whom it usually goes to where it says nothing, or nobody who is there."""
    named = {one.key for one in options} & set(keys or ())
    if keys is None or (keys and not named):
        return {one.key for one in options if one.is_usual}
    return named


def _newest(drafts: dict[Audience, Draft]) -> Audience:
    return max(drafts, key=lambda one: drafts[one].changed_at) if drafts else Audience.CUSTOMER


def _tab(one: Audience, here: Audience, *, has_draft: bool) -> Tab:
    return Tab(one, saying.tab(one), ICONS[one], KEYS.get(one, ""), one == here, has_draft)


def _may_confide(reader: Reader, audience: Audience) -> bool:
    """Where sales could read it, those with the separate channel may close it to them."""
    if audience not in (Audience.CUSTOMER, Audience.NOTE) or reader.case.is_confidential:
        return False
    reach = right(reader.actor, Area.CONFIDENTIAL).write
    is_own = reader.case.account.spokesperson_id == reader.actor.staff_id
    return reach is Reach.ALL or (reach is Reach.OWN and is_own)


def may_wait(reader: Reader, one: Sent) -> bool:
    """Tell whether a wait for the customer can follow: what is said in confidence moves nothing that others see."""
    is_aside = one.is_confidential and not reader.case.is_confidential
    return one.audience == Audience.CUSTOMER and not is_aside


def ways_from(reader: Reader) -> dict[str, str]:
    """Return the addresses of the ways on that lie outside of the composer."""
    case = reader.case
    return {
        "proposal": address("case-proposal-new", case.number),
        "promise": f"{address('promise-new')}?account={case.account_id}&source={case.record}&made_in=message",
        "concession": f"{address('concession-new')}?case={case.number}&made_in=message",
    }


def what_changed(before: Audience, now: Audience) -> str:
    """Say what it means that words begun for `before` are now for `now`; nothing where it is the same."""
    if before == now:
        return ""
    if now == Audience.CUSTOMER:
        return _("The words are still there. What was %(before)s would now go to the customer.") % {
            "before": before.label
        }
    if before == Audience.CUSTOMER:
        return _("The words are still there. The customer does not get them any more.")
    return _("The words are still there. They are read by others now.")

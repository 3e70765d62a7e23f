"""What the composer sends along, read from the form and from a draft alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from proxeny.cases.models import Audience, Message

LONGEST_NUMBER = 18


@dataclass(frozen=True, slots=True)
class Sent:
    """What was written for whom. `begun_as` is for whom it was begun; `seen` the last message its writer
    was shown, `shown` the last one that stands on their page.

    `ok` names the questions that were answered with “send it”, `reasons` those given for remarks, by kind.
    """

    audience: Audience = Audience.CUSTOMER
    text: str = ""
    recipients: tuple[str, ...] | None = None
    attachments: tuple[int, ...] = ()
    begun_as: str = ""
    seen: int | None = None
    shown: int = 0
    waits: bool = False
    waits_for: str = ""
    is_confidential: bool = False
    ok: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)
    wants_reasons: bool = False

    @property
    def is_written(self) -> bool:
        """Tell whether there is anything in it."""
        return bool(self.text.strip())


def audience_of(text: str | None) -> Audience:
    """Return the audience that the text names; for none, the customer."""
    return Audience(text) if text in Audience.values else Audience.CUSTOMER


def sent(post: QueryDict) -> Sent:
    """Return what a form says."""
    return Sent(
        audience=audience_of(post.get("audience")),
        text=post.get("text", "").replace("\r\n", "\n"),
        recipients=tuple(post.getlist("recipients")),
        attachments=tuple(filter(None, map(number_of, post.getlist("attachments")))),
        begun_as=post.get("begun_as", ""),
        seen=number_of(post.get("seen", "")) if "seen" in post else None,
        shown=number_of(post.get("shown", "")),
        waits="waits" in post,
        waits_for=post.get("waits_for", ""),
        is_confidential="is_confidential" in post,
        ok=frozenset(post.getlist("ok")),
        reasons={
            name.removeprefix("reason-"): post.get(name, "") for name in post if name.startswith("reason-")
        },
        wants_reasons="anyway" in post,
    )


def from_draft(content: Mapping[str, object], audience: Audience) -> Sent:
    """Return what a draft holds; what was answered or given as a reason then is asked again."""

    def several(name: str) -> tuple[str, ...]:
        held = content.get(name, ())
        return (
            (held,) if isinstance(held, str) else tuple(map(str, held if isinstance(held, Iterable) else ()))
        )

    return Sent(
        audience=audience,
        text=str(content.get("text", "")),
        recipients=several("recipients") if "recipients" in content else None,
        begun_as=str(content.get("begun_as", "")),
        waits="waits" in content,
        waits_for=str(content.get("waits_for", "")),
        is_confidential="is_confidential" in content,
    )


def as_draft(one: Sent) -> dict[str, object]:
    """Return what is kept of it while it is written."""
    kept: dict[str, object] = {"text": one.text, "begun_as": one.begun_as, "waits_for": one.waits_for}
    if one.recipients is not None:
        kept["recipients"] = list(one.recipients)
    kept |= {name: "on" for name in ("waits", "is_confidential") if getattr(one, name)}
    return kept


def of_message(message: Message, waits_for: str = "") -> Sent:
    """Return the form as it stood when the message was sent."""
    return Sent(
        audience=Audience(message.audience),
        text=message.text,
        recipients=tuple(f"{one.get('kind')}:{one.get('id')}" for one in message.recipients),
        begun_as=message.audience,
        waits=bool(waits_for),
        waits_for=waits_for,
        is_confidential=message.is_confidential,
    )


def number_of(text: str) -> int:
    """Return the whole number that the text is, or 0."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0

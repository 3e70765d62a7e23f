"""Giving a voice to a request: product's, that of who sells to the customer, and the customer's through who speaks for them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from proxeny.accounts import access as accounts
from proxeny.accounts.models import Contact
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, noting, standing, telling
from proxeny.demand.events import Kind
from proxeny.demand.models import Request, Voice
from proxeny.identity.roles import Area, Role

Of = Voice.Of


def speak(
    request: Request, of: Of, stand: Voice.Stand, words: str, *, by: Actor, in_name_of: Contact | None = None
) -> Voice:
    """Give one of the three voices, or renew it; the former stays to be read. Product's holds for all that are joined.

    Saying the same again changes nothing. Raises NotFound for whose voice it is not, ValidationError by field.
    """
    staff = noting.colleague(by)
    with transaction.atomic():
        row = noting.locked_request(request, voiced(by, of))
        if of == Of.PRODUCT:
            row = standing.locked_leader(row, voiced(by, of))
        if errors := _wrong(row, stand, words, in_name_of):
            raise ValidationError(errors)
        before = row.voices.filter(of=of, ended_at=None).first()
        if before and (before.stand, before.words, before.by_id) == (stand, words.strip(), staff):
            return before
        if before:
            noting.end(before, by)
        made = Voice.objects.create(
            request=row,
            of=of,
            stand=stand,
            words=words.strip(),
            in_name_of=in_name_of if of == Of.CUSTOMER else None,
            by_id=staff,
            at=clock.now(),
        )
        noting.of_request(LINES[of], row, by=by, stand=str(stand), words=made.words)
        telling.voiced(row, made)
    return made


def take_back(request: Request, number: int, *, by: Actor) -> Voice:
    """Take one's own voice back; nothing stands in its place. Doing it twice changes nothing. Raises NotFound."""
    with transaction.atomic():
        row = noting.locked_request(request, access.requests(by, write=True))
        voice = noting.own(Voice.objects.filter(request=row), number, by)
        if voice.ended_at is None:
            noting.end(voice, by)
            noting.of_request(Kind.VOICE_TAKEN_BACK, row, by=by, words=voice.words)
    return voice


def voiced(by: Actor, of: Of) -> QuerySet[Request]:
    """Return the requests on which that voice is the actor's."""
    if of == Of.CUSTOMER:
        return access.served(by)
    mine = access.requests(by, write=True)
    if of == Of.SALES:
        return mine.filter(account__in=accounts.accounts(by, Area.COMMERCIAL, write=True))
    return mine if by.holds(Role.PRODUCT) else Request.objects.none()


def missing(group: standing.Group) -> dict[int, list[Of]]:
    """Return the voices that nobody has given yet, for each request of the group that still asks.

    Of one asked in confidence only the customer's is expected, and sales' only where somebody sells to the customer.
    """
    asking = group.asking
    given = set(
        Voice.objects.filter(request__in=[one.pk for one in group], ended_at=None).values_list(
            "request", "of"
        )
    )
    return {one.pk: lacking(one, group.leader, given) for one in asking}


def lacking(one: Request, leader: Request, given: set[tuple[int, str]]) -> list[Of]:
    """Return the same of one request, from what was loaded already."""
    expected = [(one.pk, Of.CUSTOMER)]
    if not one.in_confidence:
        expected = [
            (leader.pk, Of.PRODUCT),
            *([(one.pk, Of.SALES)] if one.account.sales_id else []),
            *expected,
        ]
    return [of for number, of in expected if (number, of.value) not in given]


LINES = {
    Of.PRODUCT: Kind.VOICE_OF_PRODUCT,
    Of.SALES: Kind.VOICE_OF_SALES,
    Of.CUSTOMER: Kind.VOICE_OF_CUSTOMER,
}


def _wrong(row: Request, stand: str, words: str, in_name_of: Contact | None) -> dict[str, str]:
    errors = noting.said(words, _("Say it in words: for and against alone weigh nothing."), "words")
    if stand not in Voice.Stand.values:
        errors["stand"] = _("Choose one of them.")
    if row.state == Request.State.WITHDRAWN:
        errors["words"] = _("It was withdrawn: nobody has to weigh it any more.")
    if in_name_of is not None and in_name_of.account_id != row.account_id:
        errors["in_name_of"] = _("That person belongs to another customer.")
    return errors

"""What was given away to a customer, and how much each role may give."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models import Account, Contact
from proxeny.core.money import Money
from proxeny.core.references import Reference
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role


class Concession(models.Model):
    """Something given to a customer beyond the contract: what, worth how much, until when, by whom; and who approved it.

    `by_person` is a colleague, `by_name` somebody who is none here (a VP need not be). `until` empty: once, or for good.
    `decision` is empty as long as nobody decided. Nobody outside of the vendor is ever shown one. `in_confidence`: told in
    the separate channel, and known to nobody without it. `source` is the reference of what it was heard in.
    """

    class MadeIn(models.TextChoices):
        """Where the words fell."""

        CALL = "call", _("in a call")
        MEETING = "meeting", _("in a meeting")
        MAIL = "mail", _("in a mail")
        MESSAGE = "message", _("in a message")
        CONTRACT = "contract", _("in a contract")
        SALES = "sales", _("in a sales talk")

    class Decision(models.TextChoices):
        """What somebody with the authority said to it."""

        APPROVED = "approved", _("approved")
        REFUSED = "refused", _("refused")

    account = models.ForeignKey(Account, models.PROTECT, related_name="concessions")
    what = models.TextField(_("what was given"))
    worth_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    until = models.DateField(null=True)
    made_on = models.DateField(_("made on"))
    made_in = models.CharField(max_length=12, choices=MadeIn.choices)
    by_person = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    to_contact = models.ForeignKey(Contact, models.SET_NULL, null=True, related_name="+")
    to_name = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=80, blank=True)
    in_confidence = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_because = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-made_on", "-pk"]
        indexes = [
            models.Index(fields=["account", "made_on"], name="concessions_by_account"),
            models.Index(fields=["made_on"], name="concessions_by_day"),
            models.Index(fields=["source"], name="concessions_by_source"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(worth_minor__gt=0), name="concession_is_worth_something"
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("made_on")),
                name="concession_ends_after_it_was_made",
            ),
            models.CheckConstraint(
                condition=models.Q(decision="", decided_at=None) | models.Q(decided_at__isnull=False),
                name="concession_is_decided_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("concession", str(self.pk))

    @property
    def worth(self) -> Money:
        """What it is worth, for as long as it is given."""
        return Money(self.worth_minor, self.currency)

    @property
    def giver(self) -> str:
        """The name of who gave it."""
        return self.by_person.name if self.by_person else self.by_name

    @property
    def hearer(self) -> str:
        """The name of whom it was said to; empty where nobody knows."""
        return self.to_contact.name if self.to_contact else self.to_name


class ConcessionLimit(models.Model):
    """How much a role may give one customer away in twelve months, in a currency; the newest row of a role and currency holds.

    `minor` empty: no limit is set any more. Rows are never changed, so that it can be read what held when.
    """

    role = models.CharField(max_length=16, choices=Role.choices)
    currency = models.CharField(max_length=3)
    minor = models.BigIntegerField(null=True)
    set_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["-set_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minor=None) | models.Q(minor__gte=0), name="limit_is_not_negative"
            )
        ]

    @property
    def amount(self) -> Money | None:
        """The limit; None where none is set any more."""
        return None if self.minor is None else Money(self.minor, self.currency)

"""Something owed to a customer, and the days to which it was put off."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models import Account, Contact
from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class Promise(models.Model):
    """What was promised to a customer: by whom, to whom, until when; and what became of it, with who said so and when.

    Whether it is open or broken is no column: that follows from these and the day (`promises.standing`). `source` is the
    reference of what it was made in (`message:7`, `case:12`), `due_on` the day that counts now, after all moves.
    `noticed_by_customer`: the customer knew of it and we did not; `sync_owed_by` is then the colleague who should have said
    so at the time. `in_confidence`: told in the separate channel, and known to nobody without it.
    """

    class MadeIn(models.TextChoices):
        """Where the words fell."""

        MESSAGE = "message", _("in a message")
        CALL = "call", _("in a call")
        MAIL = "mail", _("in a mail")
        CONTRACT = "contract", _("in a contract")
        RELEASE_NOTE = "release-note", _("in a release note")
        SALES = "sales", _("in a sales talk")

    account = models.ForeignKey(Account, models.PROTECT, related_name="promises")
    what = models.TextField(_("what was promised"))
    by_person = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    to_contact = models.ForeignKey(Contact, models.SET_NULL, null=True, related_name="+")
    to_name = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(_("due"))
    made_on = models.DateField(_("made on"))
    made_in = models.CharField(max_length=12, choices=MadeIn.choices)
    source = models.CharField(max_length=80, blank=True)
    noticed_by_customer = models.BooleanField(default=False)
    sync_owed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    in_confidence = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    kept_on = models.DateField(null=True)
    kept_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    kept_at = models.DateTimeField(null=True)
    proof = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["account", "due_on"], name="promises_by_account"),
            models.Index(fields=["source"], name="promises_by_source"),
            models.Index(
                fields=["due_on"],
                condition=models.Q(kept_on=None, withdrawn_at=None),
                name="promises_owed_by_day",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on__gte=models.F("made_on")), name="promise_is_due_after_it_was_made"
            )
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("promise", str(self.pk))

    @property
    def promiser(self) -> str:
        """The name of who promised."""
        return self.by_person.name if self.by_person else self.by_name

    @property
    def hearer(self) -> str:
        """The name of whom it was promised to; empty where nobody knows."""
        return self.to_contact.name if self.to_contact else self.to_name

    @property
    def is_unsynced(self) -> bool:
        """Tell whether the customer knew of it before we did."""
        return self.noticed_by_customer


class MovedDate(models.Model):
    """That the day was put off (or drawn nearer): from when to when, and the customer's own word for it.

    A move that was taken back stays as a row with its time; so does every move.
    """

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="moves")
    from_day = models.DateField()
    to_day = models.DateField()
    word = models.TextField()
    word_of = models.CharField(max_length=120)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]

    @property
    def days(self) -> int:
        """By how many days; negative where it was drawn nearer."""
        return (self.to_day - self.from_day).days

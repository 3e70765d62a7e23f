"""Talks of sales with a customer, and what was said in them that matters for service."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.accounts.models.account import Account
from proxeny.accounts.models.contact import Contact
from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class Talk(models.Model):
    """That somebody of sales talks with a customer on a day; before the day it is planned, from the day on it was held.

    What was said and matters for service is owed by the end of the next working day; `synced_at` is when the first point
    was passed on, or when it was said that there is none (`says_nothing`). Whether it is owed or late is no column: that
    follows from these and the day (`talks.standing`). `asked_by` is who asked for it, in `asked_words`.
    """

    class Kind(models.TextChoices):
        """How they talk."""

        MEETING = "meeting", pgettext_lazy("talk", "meeting")
        CALL = "call", pgettext_lazy("talk", "call")
        DINNER = "dinner", pgettext_lazy("talk", "dinner")
        MAIL = "mail", pgettext_lazy("talk", "mail")

    account = models.ForeignKey(Account, models.PROTECT, related_name="talks")
    held_on = models.DateField(_("held on"))
    kind = models.CharField(max_length=8, choices=Kind.choices)
    subject = models.CharField(max_length=200, blank=True)
    contacts = models.ManyToManyField(Contact, related_name="+")
    with_names = models.CharField(max_length=300, blank=True)
    held_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    asked_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(null=True)
    asked_words = models.TextField(blank=True)
    synced_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    synced_at = models.DateTimeField(null=True)
    says_nothing = models.BooleanField(default=False)
    called_off_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-held_on", "-pk"]
        indexes = [
            models.Index(fields=["account", "held_on"], name="talks_by_account"),
            models.Index(
                fields=["held_on"],
                condition=models.Q(synced_at=None, called_off_at=None),
                name="talks_owed_by_day",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(says_nothing=False) | models.Q(synced_at__isnull=False),
                name="nothing_is_said_at_a_moment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.held_on}"

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("talk", str(self.pk))

    @property
    def names(self) -> list[str]:
        """With whom they talked: people of the customer, and whoever else was named."""
        named = [one.name for one in self.contacts.all()]
        return [*named, self.with_names] if self.with_names else named


class TalkPoint(models.Model):
    """One thing that was said in a talk and matters for service; `became` is the reference of what was made of it.

    One that was taken back stays as a row with its time.
    """

    class Kind(models.TextChoices):
        """What it is to us."""

        PROMISE = "promise", _("a promise of ours")
        COMPLAINT = "complaint", _("a complaint")
        PLAN = "plan", _("a plan of the customer")
        PERSON = "person", _("a change of people")
        OTHER = "other", _("something else")

    talk = models.ForeignKey(Talk, models.PROTECT, related_name="points")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = models.TextField()
    said_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    became = models.CharField(max_length=80, blank=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["became"], condition=~models.Q(became=""), name="points_by_what_they_became")
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("talk-point", str(self.pk))

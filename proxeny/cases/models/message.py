"""Messages of a case, and what is attached to them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models import Contact
from proxeny.cases.models.case import Case
from proxeny.cases.models.words import Audience
from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class Message(models.Model):
    """Something that was written: by the customer (`contact` or only `author_name`) or by a colleague (`staff`).

    `recipients` holds those named when it was sent, each `{"kind", "id", "name"}`; `mentions` the numbers of colleagues. A
    message leaves at `leaves_at`, ten seconds after it was sent; until then it can be taken back (`withdrawn_at`), and is
    then as if it had never been sent, but on record. `promised` are the words of it that read as a promise.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="messages")
    audience = models.CharField(max_length=8, choices=Audience.choices)
    is_inbound = models.BooleanField(default=False)
    staff = models.ForeignKey(Staff, models.PROTECT, null=True, blank=True, related_name="+")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="+")
    author_name = models.CharField(max_length=120, blank=True)
    text = models.TextField(_("text"))
    recipients = models.JSONField(default=list, blank=True)
    mentions = models.JSONField(default=list, blank=True)
    at = models.DateTimeField()
    leaves_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    is_confidential = models.BooleanField(default=False)
    promised = models.CharField(max_length=300, blank=True)
    source_reference = models.CharField(max_length=160, blank=True)
    batch = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["case", "at", "id"], name="messages_of_case")]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("message", str(self.pk))

    @property
    def reaches_customer(self) -> bool:
        """Tell whether the customer reads it, or wrote it."""
        return self.audience == Audience.CUSTOMER


class PassedOver(models.Model):
    """That a remark of the reply check was passed over: which, over which words, and why."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="passed_over")
    remark = models.CharField(max_length=40)
    words = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Attachment(models.Model):
    """A file beside a message; until the message is sent it belongs to whoever put it there (`message` None)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="attachments")
    message = models.ForeignKey(Message, models.CASCADE, null=True, blank=True, related_name="attachments")
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=200)
    by = models.ForeignKey(Staff, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]


class Template(models.Model):
    """Words kept for reuse, with places such as {contact}: a whole message, or a snippet put where the cursor is."""

    name = models.CharField(_("name"), max_length=80)
    text = models.TextField(_("text"))
    audience = models.CharField(_("for"), max_length=8, choices=Audience.choices, blank=True)
    is_snippet = models.BooleanField(_("snippet"), default=False)
    language = models.CharField(_("language"), max_length=10, blank=True)
    owner = models.ForeignKey(Staff, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "pk"]

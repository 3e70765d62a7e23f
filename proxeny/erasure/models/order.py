"""Orders to erase."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.accounts.models import Account, Contact
from proxeny.core.references import Reference
from proxeny.identity.models import Staff

UNSETTLED = models.Q(withdrawn_at=None, refused_at=None, confirmed_at=None)


class Ground(models.TextChoices):
    """Why it has to be."""

    REQUEST = "request", _("the person’s own request")
    LAW = "law", _("law")
    CONTRACT = "contract", _("contract")


class Standing(models.TextChoices):
    """How far an order has come; it follows from who did what when."""

    WAITING = "waiting", pgettext_lazy("erasure", "waits for a second person")
    WITHDRAWN = "withdrawn", pgettext_lazy("erasure", "withdrawn")
    REFUSED = "refused", pgettext_lazy("erasure", "refused")
    CONFIRMED = "confirmed", pgettext_lazy("erasure", "confirmed, being carried out")
    ERASED = "erased", pgettext_lazy("erasure", "erased, what remains on disk is being overwritten")
    DONE = "done", pgettext_lazy("erasure", "done")


class Order(models.Model):
    """That what is kept of a person (`contact`), or of a whole customer (no contact), is to be erased.

    Asked by one colleague, confirmed by another: the database refuses the same. `also` holds further names and numbers by which
    the person is known; it is emptied when the order is carried out. `entry` is the line of the confirmation, to which every
    erased text of the ledger points. `figures` says what went, by kind: `[{"kind", "open", "secret"}, …]`, `tables` which
    tables were written to and wait for being overwritten.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    ground = models.CharField(_("ground"), max_length=8, choices=Ground.choices)
    reason = models.TextField(_("reason"))
    request_reference = models.CharField(_("where it was asked for"), max_length=120, blank=True)
    also = models.JSONField(default=list, blank=True)
    asked_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    refused_at = models.DateTimeField(null=True)
    refused_because = models.TextField(blank=True)
    confirmed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    entry = models.PositiveBigIntegerField(null=True)
    erased_at = models.DateTimeField(null=True)
    figures = models.JSONField(default=list)
    tables = models.JSONField(default=list)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None) | ~models.Q(confirmed_by=models.F("asked_by")),
                name="erasure_takes_two_people",
            ),
            models.CheckConstraint(
                condition=models.Q(erased_at=None)
                | models.Q(confirmed_at__isnull=False, entry__isnull=False),
                name="erasure_is_confirmed_first",
            ),
            models.UniqueConstraint(
                fields=["contact"],
                condition=UNSETTLED & models.Q(contact__isnull=False),
                name="one_erasure_of_a_person",
            ),
            models.UniqueConstraint(
                fields=["account"],
                condition=UNSETTLED & models.Q(contact=None),
                name="one_erasure_of_a_customer",
            ),
        ]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("erasure", str(self.pk))

    @property
    def of(self) -> Reference:
        """Who or what goes: `contact:12`, `account:3`."""
        return Reference("contact", str(self.contact_id)) if self.contact_id else self.account.record

    @property
    def name(self) -> str:
        """The name of who or what goes, as long as there is one."""
        return self.contact.name if self.contact else self.account.name

    @property
    def standing(self) -> Standing:
        """How far it has come."""
        for moment, standing in (
            (self.withdrawn_at, Standing.WITHDRAWN),
            (self.refused_at, Standing.REFUSED),
            (self.done_at, Standing.DONE),
            (self.erased_at, Standing.ERASED),
            (self.confirmed_at, Standing.CONFIRMED),
        ):
            if moment is not None:
                return standing
        return Standing.WAITING


class ErasedFile(models.Model):
    """A file that goes with an order: `path` in the store, emptied with the order, and when it was gone."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="files")
    path = models.CharField(max_length=500)
    gone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "path"], name="a_file_goes_once")]

"""Who was let into the separate channel by exception, for one matter and a few hours."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.core.references import Reference
from proxeny.identity.models.staff import Staff

LEAST_HOURS, USUAL_HOURS, MOST_HOURS = 1, 24, 72


class Admission(models.Model):
    """That a colleague asks to look into the separate channel of a customer, and what a second person said to it.

    `account` is the customer by its number, for customers are a package above; `case` the number of the one case it is
    about, 0 for all that the customer told. `until` is the machine's time: looking at another day moves it not. `ended_at`
    before anybody decided: the request was withdrawn. `decision` is empty as long as nobody decided.
    """

    class Decision(models.TextChoices):
        """What the second person said to it."""

        GRANTED = "granted", _("granted")
        REFUSED = "refused", _("refused")

    asked_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    account = models.PositiveBigIntegerField()
    case = models.PositiveBigIntegerField(default=0)
    reason = models.TextField(_("reason"))
    hours = models.PositiveSmallIntegerField(default=USUAL_HOURS)
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_because = models.TextField(blank=True)
    until = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["account", "asked_at"], name="admissions_by_account")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_by=None) | ~models.Q(decided_by=models.F("asked_by")),
                name="admission_takes_a_second_person",
            ),
            models.CheckConstraint(
                condition=models.Q(hours__gte=LEAST_HOURS, hours__lte=MOST_HOURS),
                name="admission_is_for_hours",
            ),
            models.CheckConstraint(
                condition=models.Q(decision="granted", until__isnull=False, decided_by__isnull=False)
                | (~models.Q(decision="granted") & models.Q(until=None)),
                name="admission_granted_has_an_end",
            ),
            models.UniqueConstraint(
                fields=["asked_by", "account", "case"],
                condition=models.Q(decision="", ended_at=None),
                name="one_request_to_be_let_in_at_a_time",
            ),
        ]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("admission", str(self.pk))


class AdmissionLook(models.Model):
    """What was opened while looking by exception: the address of a page or a file, and when."""

    admission = models.ForeignKey(Admission, models.PROTECT, related_name="looks")
    at = models.DateTimeField()
    address = models.CharField(max_length=500)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["admission", "address"], name="looks_by_address")]

"""Questions about the future that facts decide, and what was said to them before."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models import Account, Contract
from proxeny.core.references import Reference
from proxeny.identity.models import Staff
from proxeny.judgement.models.judgement import Judgement


class Question(models.Model):
    """Whether something comes true for a customer by a day; from that day on facts decide it, and nobody else.

    `decides_on` is the first day on which it can be decided that it did not come true. `outcome` is None as long as it is open,
    `decided_from` the sentence that says from which fact it was decided.
    """

    class Kind(models.TextChoices):
        """What is asked."""

        RENEWS = "renews", _("renews the contract")
        SHRINKS = "shrinks", _("consumes less by more than a share")

    account = models.ForeignKey(Account, models.PROTECT, related_name="questions")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    contract = models.ForeignKey(Contract, models.PROTECT, null=True, related_name="+")
    share = models.FloatField(null=True)
    asked_at = models.DateTimeField()
    decides_on = models.DateField()
    outcome = models.BooleanField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_from = models.JSONField(null=True)

    class Meta:
        ordering = ["decides_on", "pk"]
        indexes = [
            models.Index(
                fields=["decides_on"], condition=models.Q(outcome=None), name="questions_that_are_open"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["contract"],
                condition=models.Q(kind="renews"),
                name="a_renewal_is_asked_about_once",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="renews", contract__isnull=False, share=None)
                | models.Q(kind="shrinks", contract=None, share__gt=0, share__lt=1),
                name="a_question_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome=None, decided_at=None)
                | models.Q(outcome__isnull=False, decided_at__isnull=False),
                name="what_is_decided_has_its_moment",
            ),
        ]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("question", str(self.pk))


class Forecast(models.Model):
    """A chance that was put on a question, by a person or (without `staff`) by the system; it is never changed.

    What a person and the system said at the same moment have the same `at` and `judgement`. `low` and `high` are the range
    of the system's chance, `parts` how it comes about. `begot_action` tells that something was begun because of the
    judgement: what came then was not only foreseen but also made.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="forecasts")
    staff = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    judgement = models.ForeignKey(Judgement, models.PROTECT, null=True, related_name="forecasts")
    chance = models.FloatField()
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    parts = models.JSONField(default=dict)
    begot_action = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(chance__gte=0, chance__lte=1), name="what_is_forecast_is_a_chance"
            ),
            models.UniqueConstraint(
                fields=["judgement", "question"],
                condition=models.Q(judgement__isnull=False, staff=None),
                name="the_system_says_it_once",
            ),
            models.UniqueConstraint(
                fields=["judgement", "question", "staff"],
                condition=models.Q(judgement__isnull=False, staff__isnull=False),
                name="a_person_says_it_once",
            ),
        ]  # fmt: skip


class PastRenewal(models.Model):
    """A contract that has ended, with what the signals said ninety days before its end, and whether it was renewed.

    `said` holds the values by the names of the signals, as they were known on the morning of `known_on`, without the silent.
    """

    contract = models.OneToOneField(Contract, models.CASCADE, related_name="+")
    known_on = models.DateField()
    said = models.JSONField(default=dict)
    renewed = models.BooleanField()
    decided_on = models.DateField()

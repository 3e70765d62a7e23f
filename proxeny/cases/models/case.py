"""Cases."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models import Account, Contact
from proxeny.cases.models.places import UNDATED
from proxeny.cases.models.words import Cause, Channel, Kind, Priority, Severity, State, Step
from proxeny.core.references import Reference
from proxeny.identity.models import Staff, Team

PLACED_BY = ("account", "step", "priority", "kind", "cause")
"""The columns by which the queue is narrowed so often that each has an index in the queue's order."""
ASKED = ("snoozed_until", "is_confidential", "account")


class Case(models.Model):
    """One matter of one customer, on its way from a problem to what was learned.

    What the first half holds, people say. The second half (`step` to `stake_minor`) is reckoned from the rows beside it
    whenever one of them changes (`cases.reckoning`), so that queues of any length are read from an index:

    * `step` is the first of the five not passed; `state` whether a proposal stands, `state_since` since when, and
      `problem_seconds` how long it was in problem state before that;
    * `due_at` is when the next service clock runs out, `due_clock` which, `warns_at` when that is worth a word; None where
      nothing runs. `waits_since` is set while the customer is waited for, `unanswered_since` while the customer waits for us;
    * `stake_minor` is what the customer is worth a year in its own currency, as of the last change or night;
    * `place` is the case's place in the order of the queue (`cases.placing`).
    """

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    account = models.ForeignKey(Account, models.PROTECT, related_name="cases", verbose_name=_("customer"))
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("what happened"), blank=True)
    product = models.CharField(_("product"), max_length=120, blank=True)
    reporter = models.ForeignKey(
        Contact, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reported by")
    )
    channel = models.CharField(_("came by"), max_length=8, choices=Channel.choices, default=Channel.CHAT)
    source = models.CharField(max_length=40, blank=True)
    source_reference = models.CharField(_("number there"), max_length=120, blank=True)
    owner = models.ForeignKey(
        Staff, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("in whose hands")
    )
    team = models.ForeignKey(
        Team,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("in the hands of the team"),
    )
    severity = models.PositiveSmallIntegerField(
        _("severity"), choices=Severity.choices, default=Severity.NORMAL
    )
    priority = models.PositiveSmallIntegerField(
        _("priority"), choices=Priority.choices, default=Priority.THIRD
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, blank=True)
    cause = models.CharField(_("cause"), max_length=16, choices=Cause.choices, blank=True)
    environment = models.TextField(_("environment"), blank=True)
    purpose = models.TextField(_("purpose"), blank=True)
    today = models.TextField(_("what they do today"), blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    is_confidential = models.BooleanField(_("confidential"), default=False)
    opened_at = models.DateTimeField(_("opened"))
    opened_by = models.CharField(max_length=120)
    changed_at = models.DateTimeField()
    batch = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)

    step = models.CharField(_("step"), max_length=10, choices=Step.choices, default=Step.RESPONDED)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.PROBLEM)
    state_since = models.DateTimeField()
    problem_seconds = models.PositiveBigIntegerField(default=0)
    solved_at = models.DateTimeField(_("solved"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    due_at = models.DateTimeField(_("next due"), null=True, blank=True)
    due_clock = models.CharField(max_length=16, blank=True)
    warns_at = models.DateTimeField(null=True, blank=True)
    waits_since = models.DateTimeField(null=True, blank=True)
    unanswered_since = models.DateTimeField(null=True, blank=True)
    last_word_at = models.DateTimeField(null=True, blank=True)
    snoozed_until = models.DateField(null=True, blank=True)
    reopened = models.PositiveSmallIntegerField(default=0)
    stake_minor = models.BigIntegerField(null=True, blank=True)
    place = models.BigIntegerField(default=UNDATED)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        indexes = [
            models.Index(fields=["owner", "closed_at", "due_at"], name="cases_of_owner"),
            models.Index(fields=["closed_at", "due_at", "id"], name="cases_by_due"),
            models.Index(fields=["account", "closed_at", "-opened_at"], name="cases_of_account"),
            models.Index(fields=["-opened_at", "-id"], name="cases_latest"),
            models.Index(fields=["state", "state_since", "id"], name="cases_by_state"),
            *(models.Index(fields=[name, "place", "id"], name=f"cases_by_{name}") for name in PLACED_BY),
            # What rights and snoozing ask of a row stands in the index, too: rows that are not shown are never fetched.
            models.Index(fields=["place", "id", *ASKED, "owner"], name="cases_in_order"),
            models.Index(fields=["owner", "place", "id", *ASKED], name="cases_in_hand"),
            models.Index(
                fields=["team", "place", "id"],
                name="cases_in_hand_of_team",
                condition=models.Q(team__isnull=False),
            ),
            models.Index(
                fields=["place", "id"],
                name="cases_unanswered",
                condition=models.Q(unanswered_since__isnull=False),
            ),
            models.Index(
                fields=["place", "id"], name="cases_that_wait", condition=models.Q(waits_since__isnull=False)
            ),
            models.Index(
                fields=["snoozed_until", "id"],
                name="cases_snoozed",
                condition=models.Q(snoozed_until__isnull=False),
            ),
            models.Index(
                fields=["warns_at"], name="cases_to_warn", condition=models.Q(warns_at__isnull=False)
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_reference"],
                condition=~models.Q(source_reference=""),
                name="one_case_for_a_number_elsewhere",
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="case_not_its_own_parent"
            ),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="case_not_merged_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("case", str(self.pk))

    @property
    def is_open(self) -> bool:
        """Tell whether something is left to do."""
        return self.closed_at is None and self.merged_into_id is None


class CaseNumber(models.Model):
    """The last number given in a series; confidential cases have a series of their own, so that no gap tells of them."""

    series = models.CharField(max_length=12, primary_key=True)
    last = models.PositiveBigIntegerField()

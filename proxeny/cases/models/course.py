"""The course of a case: steps passed, hands it went through, waits, solutions, and what was learned."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.cases.models.case import Case
from proxeny.cases.models.words import STEPS
from proxeny.identity.models import Staff, Team


class StepPass(models.Model):
    """That a step was passed: with what its gate asks for, or over it, and then with a reason. Going back undoes it."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="passes")
    step = models.CharField(max_length=10, choices=[(step.value, step.label) for step in STEPS])
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_name = models.CharField(max_length=120, blank=True)
    missing = models.JSONField(default=list, blank=True)
    reason = models.TextField(blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "step"], condition=models.Q(undone_at=None), name="a_step_is_passed_once"
            )
        ]


class Assignment(models.Model):
    """In whose hands the case was: a colleague, a team, or a group of another system (`team_name`)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="assignments")
    staff = models.ForeignKey(Staff, models.PROTECT, null=True, blank=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    staff_name = models.CharField(max_length=120, blank=True)
    team_name = models.CharField(max_length=120, blank=True)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    by = models.CharField(max_length=120)
    reason = models.TextField(blank=True)
    batch = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["began_at", "pk"]


class Waiting(models.Model):
    """That the customer is waited for: since when, for what, who said so, until when; meanwhile clocks that allow it rest."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="waits")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(_("for what"), max_length=300)
    by = models.CharField(max_length=120)
    by_name = models.CharField(max_length=120, blank=True)
    ended_by = models.CharField(max_length=120, blank=True)
    batch = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["began_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ended_at=None), name="one_wait_at_a_time"
            )
        ]


class Solution(models.Model):
    """That the case was solved, how, and by whose word; `reopened_at` when it turned out not to be."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="solutions")
    at = models.DateTimeField()
    how = models.TextField(_("how"))
    word = models.TextField(_("the customer’s word"), blank=True)
    by = models.CharField(max_length=120)
    by_name = models.CharField(max_length=120, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_by = models.CharField(max_length=120, blank=True)
    reopened_why = models.TextField(blank=True)
    batch = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(reopened_at=None), name="one_standing_solution"
            )
        ]


class Learning(models.Model):
    """The other outputs: why it happened, why this solution, how it is avoided next time."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="learning")
    why = models.TextField(_("why it happened"))
    why_so = models.TextField(_("why it was solved this way"))
    next_time = models.TextField(_("how it is avoided next time"))
    by = models.ForeignKey(Staff, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()


class Snooze(models.Model):
    """That a case was put off until a day, and why; it leaves the queue until then, or until the customer writes."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="snoozes")
    until = models.DateField()
    reason = models.TextField()
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]


class CaseClock(models.Model):
    """A service clock of a case as it was last reckoned: minutes are service minutes, `due_at` None while it rests."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="clocks")
    clock = models.CharField(max_length=16)
    started_at = models.DateTimeField()
    target = models.PositiveIntegerField()
    due_at = models.DateTimeField(null=True, blank=True)
    warns_at = models.DateTimeField(null=True, blank=True)
    met_at = models.DateTimeField(null=True, blank=True)
    elapsed = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["case", "pk"]
        constraints = [models.UniqueConstraint(fields=["case", "clock"], name="one_reading_of_each_clock")]

"""What a customer needs of the product and does not have."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.accounts.models import Account, Contact
from proxeny.cases.models import Case
from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class Request(models.Model):
    """A new need of a customer: what, in which environment, and what for; product cannot weigh it without the two.

    `today` is what they do instead until they have it. `state` and what stands beside it follow from the rows around it
    (`demand.standing`): it is decided and delivered with the one that leads it.

    `in_confidence` comes from the case it was heard in: then nobody outside the separate channel knows of it.
    """

    class State(models.TextChoices):
        """What became of it; who said so and when stands beside it."""

        OPEN = "open", pgettext_lazy("request", "open")
        DECIDED = "decided", _("decided")
        DELIVERED = "delivered", _("delivered")
        WITHDRAWN = "withdrawn", _("withdrawn")

    account = models.ForeignKey(Account, models.PROTECT, related_name="requests")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="requests")
    what = models.TextField(_("what is needed"))
    environment = models.TextField(_("in what environment"))
    purpose = models.TextField(_("what for"))
    today = models.TextField(_("what they do today"), blank=True)
    asked_by = models.ForeignKey(Contact, models.SET_NULL, null=True, related_name="+")
    in_confidence = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    settled_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_with = models.TextField(blank=True)

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        indexes = [
            models.Index(fields=["account", "-recorded_at"], name="requests_by_account"),
            models.Index(fields=["state", "-recorded_at"], name="requests_by_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(environment="") & ~models.Q(purpose=""),
                name="request_has_environment_and_purpose",
            )
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("request", str(self.pk))

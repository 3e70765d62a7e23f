"""People at a customer."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models.account import Account


class Contact(models.Model):
    """A person there: which part they play, how they stand to us, how much weight they have, whether they have left."""

    class Part(models.TextChoices):
        """The side of the customer that the person belongs to."""

        USER = "user", _("business user")
        IT = "it", _("IT")
        PURCHASING = "purchasing", _("purchasing")
        BOSS = "boss", _("boss")

    class Stance(models.TextChoices):
        """How the person stands to us."""

        ALLY = "ally", _("ally")
        FRIENDLY = "friendly", _("friendly")
        NEUTRAL = "neutral", _("neutral")
        CRITICAL = "critical", _("critical")
        OPPOSED = "opposed", _("opposed")
        UNKNOWN = "unknown", _("not known")

    class Influence(models.IntegerChoices):
        """How much weight the person’s word has in the company."""

        LITTLE = 1, _("little")
        SOME = 2, _("some")
        MUCH = 3, _("much")
        DECIDES = 4, _("decides")

    account = models.ForeignKey(Account, models.PROTECT, related_name="contacts")
    name = models.CharField(_("name"), max_length=120)
    part = models.CharField(_("part"), max_length=12, choices=Part.choices, blank=True)
    title = models.CharField(_("position"), max_length=120, blank=True)
    email = models.EmailField(_("mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    stance = models.CharField(_("stance"), max_length=10, choices=Stance.choices, default=Stance.UNKNOWN)
    influence = models.PositiveSmallIntegerField(
        _("influence"), choices=Influence.choices, null=True, blank=True
    )
    is_sponsor = models.BooleanField(_("our sponsor"), default=False)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["account", "left_on", "-influence", "name"]
        indexes = [models.Index(fields=["account", "name"], name="contacts_by_account")]

    def __str__(self) -> str:
        return self.name

"""What product, sales and the customer each say to a request."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.accounts.models import Contact
from proxeny.demand.models.noted import Noted, one_standing
from proxeny.demand.models.request import Request


class Voice(Noted):
    """One of the three voices on a request, in somebody's words; said anew, the former stays to be read.

    The customer's is given by who speaks for them, in the name of a contact where one is known.
    """

    class Of(models.TextChoices):
        """Whose voice it is."""

        PRODUCT = "product", pgettext_lazy("voice", "Product")
        SALES = "sales", pgettext_lazy("voice", "Sales")
        CUSTOMER = "customer", pgettext_lazy("voice", "Customer")

    class Stand(models.TextChoices):
        """Where the voice stands."""

        FOR = "for", pgettext_lazy("voice", "for it")
        AGAINST = "against", pgettext_lazy("voice", "against it")
        CONDITIONS = "conditions", pgettext_lazy("voice", "on conditions")

    request = models.ForeignKey(Request, models.PROTECT, related_name="voices")
    of = models.CharField(max_length=8, choices=Of.choices)
    stand = models.CharField(_("stand"), max_length=10, choices=Stand.choices)
    words = models.TextField(_("in what words"))
    in_name_of = models.ForeignKey(Contact, models.SET_NULL, null=True, related_name="+")

    class Meta(Noted.Meta):
        constraints = [one_standing("one_standing_voice_of_each", "request", "of")]

"""What use a request is expected to be of, its delivery, and the use that was seen afterwards."""

from django.db import models

from proxeny.demand.models.noted import Noted, one_standing
from proxeny.demand.models.request import Request


class ExpectedUse(Noted):
    """What is expected of it before it is decided: `how_many` of what `measure` says, by a day on which one looks."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="expected_uses")
    measure = models.CharField(max_length=200)
    how_many = models.PositiveIntegerField()
    by_day = models.DateField()

    class Meta(Noted.Meta):
        constraints = [one_standing("one_standing_expected_use", "request")]


class Delivery(Noted):
    """That it was delivered: with what (a version, a change), and on which day."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="deliveries")
    what = models.TextField()
    on = models.DateField()

    class Meta(Noted.Meta):
        constraints = [one_standing("one_standing_delivery", "request")]


class SeenUse(Noted):
    """What use the customer of one request makes of it after delivery, as who speaks for them saw it on a day."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="seen_uses")
    how_many = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    on = models.DateField()

    class Meta(Noted.Meta):
        ordering = ["on", "pk"]

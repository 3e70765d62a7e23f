"""A list as somebody wants to see it again."""

from django.db import models

from proxeny.identity.models import Staff, Team


class SavedView(models.Model):
    """Filters, order and columns of one list under a name.

    `query` is the list's own address after the question mark: a view is a link, and shows each reader what that reader
    may see. Without a `team` it is its owner's alone; with one, all of that team find it. `removed_at` is set instead of
    deleting, so that removing can be undone.
    """

    listing = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=2000, blank=True)
    owner = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["listing", "owner"], name="desk_views_of_owner")]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "listing", "name"],
                condition=models.Q(removed_at=None),
                name="one_standing_view_of_a_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ViewPin(models.Model):
    """That a person keeps a view at hand, above the list; `place` is its place among the pinned ones."""

    view = models.ForeignKey(SavedView, models.CASCADE, related_name="pins")
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["view", "staff"], name="a_view_is_pinned_once_by_each")
        ]

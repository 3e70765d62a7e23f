"""An article: what we know, written down for those who come after."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class Article(models.Model):
    """Something worth knowing, in one language; drafted, published, retired, each by somebody at some time.

    `source` is the reference of what it was learned from (`case:12`); `version` counts what readers were given: 0 until it is
    published, one more with each change after that.
    """

    class Kind(models.TextChoices):
        """What sort of knowledge it is."""

        ARTICLE = "article", _("how to")
        BOUNDARY = "boundary", _("limit of our service")
        PRACTICE = "practice", _("practice of the trade")
        TREND = "trend", _("trend in technology")
        WORKAROUND = "workaround", _("workaround")

    class State(models.TextChoices):
        """How it stands; it follows from who published and retired it."""

        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        RETIRED = "retired", _("retired")

    class Language(models.TextChoices):
        """The language it is written in."""

        CHINESE = "zh", _("Chinese")
        ENGLISH = "en", _("English")

    title = models.CharField(_("title"), max_length=200)
    body = models.TextField(_("text"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.ARTICLE)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.CHINESE
    )
    product = models.CharField(_("product"), max_length=120, blank=True)
    source = models.CharField(max_length=80, blank=True)
    version = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    published_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    retired_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    retired_at = models.DateTimeField(null=True)
    retired_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["-changed_at", "-id"], name="articles_latest"),
            models.Index(fields=["source"], name="articles_by_source"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("article", str(self.pk))

    @property
    def state(self) -> State:
        """How it stands."""
        if self.retired_at is not None:
            return self.State.RETIRED
        return self.State.DRAFT if self.published_at is None else self.State.PUBLISHED

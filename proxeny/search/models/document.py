"""A piece of text that can be found."""

from django.db import models
from django.utils.functional import cached_property

from proxeny.search.tokens import fold


class Document(models.Model):
    """The searchable text of one thing, as it is now.

    `about` is the thing itself (`message:12`), `within` what a hit leads to (`case:3`; the same where the thing stands for
    itself), and `within_number` its number, by which conditions on the case itself are asked. `area` and `account` say who
    may read it: the one who asks passes what is open to them (`search.finding`). `length` is that of title and text in
    tokens, as ranking counts them. The tokens lie beside it, in the database's own full-text index, kept by
    `search.keeping` in the same transaction.
    """

    about = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=24)
    within = models.CharField(max_length=80, db_index=True)
    within_number = models.BigIntegerField(null=True, blank=True)
    account = models.BigIntegerField(null=True, blank=True)
    area = models.CharField(max_length=24)
    title = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    length = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        # Each holds all that is asked of it while the latest are sought, so that no row need be fetched for that.
        indexes = [
            models.Index(
                fields=["account", "-at", "-id", "kind", "area", "within_number"], name="search_by_account"
            ),
            models.Index(
                fields=["-at", "-id", "kind", "area", "account", "within_number"], name="search_latest"
            ),
            models.Index(
                fields=["kind", "-at", "-id", "area", "account", "within_number"],
                name="search_latest_of_kind",
            ),
            models.Index(
                fields=["within_number", "kind", "-at", "-id", "area", "account"], name="search_by_number"
            ),
        ]

    @cached_property
    def folded(self) -> tuple[str, str]:
        """The title and the text as they are compared."""
        return fold(self.title), fold(self.text)

"""Tell Django about this package."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "proxeny.ledger"
    label = "ledger"

    def ready(self) -> None:
        """Let every package say which of its tables are evidence, and note what becomes of their rows."""
        from proxeny.ledger.rows import declaring, noting, writing_many  # noqa: PLC0415

        declaring.load()
        noting.listen()
        writing_many.listen()

"""Tell Django about this package."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "proxeny.ledger"
    label = "ledger"

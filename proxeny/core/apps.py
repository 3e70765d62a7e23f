"""Tell Django about this package."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    name = "proxeny.core"
    label = "core"

    def ready(self) -> None:
        """Register the system checks; let every package say what can happen in it and what it subscribes to."""
        # Both register something when they are loaded, and need loaded settings: the system checks, the
        # values of sentences.
        from proxeny.core import storage_checks, words  # noqa: F401, PLC0415

        autodiscover_modules("events", "subscriptions")

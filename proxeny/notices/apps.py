"""Tell Django about this package."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class NoticesConfig(AppConfig):
    name = "proxeny.notices"
    label = "notices"

    def ready(self) -> None:
        """Let every package say which kinds of notices it has."""
        autodiscover_modules("telling")

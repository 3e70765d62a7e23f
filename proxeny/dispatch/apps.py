"""Tell Django about this package."""

from django.apps import AppConfig


class DispatchConfig(AppConfig):
    name = "proxeny.dispatch"
    label = "dispatch"

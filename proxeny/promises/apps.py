"""Tell Django about this package."""

from django.apps import AppConfig


class PromisesConfig(AppConfig):
    name = "proxeny.promises"
    label = "promises"

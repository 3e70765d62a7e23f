"""Tell Django about this package."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "proxeny.intake"
    label = "intake"

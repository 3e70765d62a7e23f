"""Tell Django about this package."""

from django.apps import AppConfig


class UsageConfig(AppConfig):
    name = "proxeny.usage"
    label = "usage"

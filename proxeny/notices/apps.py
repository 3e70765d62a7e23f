"""Tell Django about this package."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "proxeny.notices"
    label = "notices"

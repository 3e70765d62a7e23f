"""Tell Django about this package."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "proxeny.desk"
    label = "desk"

"""Tell Django about this package."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "proxeny.web"
    label = "web"

"""Tell Django about this package."""

from django.apps import AppConfig


class DocketConfig(AppConfig):
    name = "proxeny.docket"
    label = "docket"

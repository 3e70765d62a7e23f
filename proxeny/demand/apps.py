"""Tell Django about this package."""

from django.apps import AppConfig


class DemandConfig(AppConfig):
    name = "proxeny.demand"
    label = "demand"

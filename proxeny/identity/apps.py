"""Tell Django about this package."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "proxeny.identity"
    label = "identity"

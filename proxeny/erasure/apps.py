"""Tell Django about this package."""

from django.apps import AppConfig


class ErasureConfig(AppConfig):
    name = "proxeny.erasure"
    label = "erasure"

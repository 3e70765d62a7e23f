"""Tell Django about this package."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "proxeny.search"
    label = "search"

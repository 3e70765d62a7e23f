"""Tell Django about this package."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "proxeny.cases"
    label = "cases"

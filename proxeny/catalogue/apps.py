"""Tell Django about this package."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "proxeny.catalogue"
    label = "catalogue"

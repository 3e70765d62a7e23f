"""Tell Django about this package."""

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "proxeny.knowledge"
    label = "knowledge"

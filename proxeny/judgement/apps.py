"""Tell Django about this package."""

from django.apps import AppConfig


class JudgementConfig(AppConfig):
    name = "proxeny.judgement"
    label = "judgement"

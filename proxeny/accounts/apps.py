"""Tell Django about this package."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "proxeny.accounts"
    label = "accounts"

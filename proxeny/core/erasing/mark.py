"""What stands where something was erased."""

from django.conf import settings


def mark() -> str:
    """Return the word that stands in place of what was erased, in the language of the installation.

    It is kept in the rows, so it is one word for all readers, and the same each time: what is erased twice stays as it is.
    """
    return "［已抹去］" if str(settings.LANGUAGE_CODE).startswith("zh") else "[erased]"

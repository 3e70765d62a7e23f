"""Putting what a verb refused beside the field it is about."""

from django import forms
from django.core.exceptions import ValidationError


def refuse(form: forms.Form, error: ValidationError) -> None:
    """Add the error to the form, field by field; what belongs to no field of it stands above all."""
    for field, messages in getattr(error, "error_dict", {"": error}).items():
        form.add_error(field if field in form.fields else None, messages)

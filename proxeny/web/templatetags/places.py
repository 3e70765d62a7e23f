"""Fields of a case that are changed in place, as a page shows them closed."""

from django import template

from proxeny.web.inline_html import closed

register = template.Library()

register.filter(closed)

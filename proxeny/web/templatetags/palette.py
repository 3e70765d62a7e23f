"""Tags of the palette: what every page gives it to begin with."""

import json

from django import template
from django.urls import reverse
from django.utils import translation

from proxeny.core.actors import Actor
from proxeny.core.spelling import patterns
from proxeny.core.spelling.units import units
from proxeny.web.palette.verbs import Verb, verbs_for

register = template.Library()


@register.filter
def line(name: object) -> str:
    """Return how a name sounds, written as the browser looks through it."""
    return patterns.line(units(str(name)))


@register.simple_tag
def verbs_everywhere(actor: Actor) -> list[dict[str, object]]:
    """Return what the actor may do from everywhere."""
    return [
        {
            "name": verb.name,
            "icon": verb.icon,
            "href": reverse(verb.route) if verb.route else "",
            "method": "post" if verb.is_post else "get",
            "fields": json.dumps(dict(verb.fields)) if verb.fields else "",
            "is_sheet": verb.is_sheet,
            "more": _more(verb),
            "key": verb.key,
        }
        for verb in verbs_for(actor)
    ]


def _more(verb: Verb) -> str:
    """Return the other words for a verb, the English ones always: many type them whatever language they read."""
    here = str(verb.more)
    with translation.override("en"):
        return " ".join(dict.fromkeys(filter(None, (here, str(verb.name), str(verb.more)))))

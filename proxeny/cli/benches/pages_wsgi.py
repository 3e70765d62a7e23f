"""The web application with the bench's bare pages, as the measured server runs it."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from proxeny.cli.main import prepare

TEMPLATES = Path(__file__).parent / "templates"


def add_bare_pages() -> None:
    """Serve the bare pages beside the others."""
    settings.ROOT_URLCONF = "proxeny.cli.benches.pages_urls"
    engine: dict[str, Any] = settings.TEMPLATES[0]
    engine["DIRS"] = [*engine["DIRS"], TEMPLATES]


prepare("bench")
add_bare_pages()

application = get_wsgi_application()

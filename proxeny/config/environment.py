"""Typed readers of the environment that fail loudly.

Each reader takes the name of a variable and a default. A secret may also come from a file: `NAME_FILE` names it.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PREFIX = "PROXENY_"
TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}
_read: set[str] = set()


def text(name: str, default: str = "") -> str:
    """Return the variable's text, from `NAME_FILE` if that names a file."""
    _read.update({name, f"{name}_FILE"})
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text("utf-8").strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE: cannot read {path}: {error.strerror}") from error
    return os.environ.get(name, default)


def switch(name: str, *, default: bool) -> bool:
    """Return true or false, or refuse anything that is neither."""
    value = text(name, "1" if default else "0").strip().lower()
    if value in TRUE | FALSE:
        return value in TRUE
    raise ImproperlyConfigured(f"{name}={value!r}: say 1 or 0")


def number(name: str, default: int, *, least: int = 0) -> int:
    """Return a whole number of at least `least`."""
    value = text(name, str(default))
    try:
        found = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name}={value!r}: a whole number is needed") from None
    if found < least:
        raise ImproperlyConfigured(f"{name}={found}: at least {least} is needed")
    return found


def words(name: str, default: Sequence[str] = ()) -> list[str]:
    """Return the comma-separated words."""
    return [word for part in text(name, ",".join(default)).split(",") if (word := part.strip())]


def path(name: str, default: Path) -> Path:
    """Return where a file lies or will lie."""
    return Path(text(name, str(default))).expanduser().resolve()


def folder(name: str, default: Path) -> Path:
    """Return a folder that exists and belongs to the program alone; it is made if it is missing."""
    path = Path(text(name, str(default))).expanduser().resolve()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name}: cannot use the folder {path}: {error.strerror}") from error
    return path


def postgres(url: str) -> dict[str, object]:
    """Return Django's database settings for a `postgres://user:password@host:port/name` address.

    An empty host with `?host=/folder` connects through the socket in that folder.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"DATABASE_URL begins with {parts.scheme!r}: postgres:// is needed")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or query.get("host", "")),
        "PORT": str(parts.port or query.get("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def refuse_unknown() -> None:
    """Refuse a `PROXENY_` variable that nothing reads: most likely a typing slip that would be missed otherwise."""
    unknown = {
        name for name in os.environ if name.startswith(PREFIX) and not name.startswith(f"{PREFIX}TEST_")
    } - _read
    if unknown:
        raise ImproperlyConfigured(
            f"not a setting of Proxeny: {', '.join(sorted(unknown))} (docs/settings.md lists them)"
        )

"""How a job can end early, and what is kept of an error."""

import re
import traceback

LINES_KEPT = 12
CHARACTERS_KEPT = 4000
_SECRETS = [
    (re.compile(r"(://[^/\s:@]*):[^@\s]*@"), r"\1:…@"),
    (
        re.compile(
            r"(?i)\b(password|passwd|secret|token|api[_-]?key|authorization)(\W{1,4})(?:bearer\s+)?[^\s,;'\")]+"
        ),
        r"\1\2…",
    ),
]


class GiveUp(Exception):  # noqa: N818  (it says what to do)
    """The task cannot succeed however often it is tried; the message is the reason a person reads."""


class Cancelled(Exception):  # noqa: N818
    """A person asked for this job to end."""


class Stopping(Exception):  # noqa: N818
    """The worker is closing; the job goes back and is done by the next one."""


class LeaseLost(Exception):  # noqa: N818
    """Another worker holds this job now; nothing that this one does may be kept."""


def last_lines(error: BaseException) -> str:
    """Return the end of the error's trace, without what looks like a password, a token or a key."""
    if isinstance(error, GiveUp):
        return without_secrets(str(error))
    lines = "".join(traceback.format_exception(error)).splitlines()
    return without_secrets("\n".join(lines[-LINES_KEPT:])[-CHARACTERS_KEPT:])


def without_secrets(text: str) -> str:
    """Return `text` with what looks like a secret blotted out."""
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


def class_path(error: BaseException) -> str:
    """Return the importable name of the error's class."""
    return f"{type(error).__module__}.{type(error).__qualname__}"

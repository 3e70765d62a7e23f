"""Toasts: what was just done, in one sentence, with a way back where there is one."""

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest


def say(request: HttpRequest, text: str, *, undo: str = "", level: int = messages.SUCCESS) -> None:
    """Show `text` on the next page or fragment; `undo` is the address to which the way back is posted."""
    messages.add_message(request, level, text, extra_tags=undo)


def undo_address(message: Message) -> str:
    """Return the address that takes back what the message tells of, or nothing."""
    tags = message.extra_tags or ""
    return tags if tags.startswith("/") and not tags.startswith("//") else ""

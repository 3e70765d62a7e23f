"""Writing SVG that a strict content security policy lets pass: classes and attributes, never a style."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

Paint = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes elements. On a page they carry classes.

    For a file of its own, `paint` turns each class into attributes.
    """

    paint: Paint = field(default_factory=dict)

    def tag(self, name: str, css: str = "", content: str = "", **attributes: object) -> str:
        """Return one element.

        `content` is markup already; attribute names have `_` for `-`, None leaves one out.
        """
        written = {
            key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None
        }
        if css:
            written = {**self._dressed(css), **written}
        inside = "".join(f' {key}="{escape(str(value))}"' for key, value in written.items())
        return f"<{name}{inside}>{content}</{name}>" if content else f"<{name}{inside}/>"

    def text(self, words: str, css: str, hint: str = "", **attributes: object) -> str:
        """Return `words` as a text element, with `hint` as what hovering shows."""
        return self.tag("text", css, escape(words) + self.hint(hint), **attributes)

    def hint(self, words: str) -> str:
        """Return what hovering over the element around it shows."""
        return self.tag("title", content=escape(words)) if words else ""

    @staticmethod
    def escaped(words: str) -> str:
        """Return `words` as the content of an element."""
        return escape(words, quote=False)

    def _dressed(self, css: str) -> dict[str, str]:
        if not self.paint:
            return {"class": css}
        dress: dict[str, str] = {}
        for name in css.split():
            dress.update(self.paint.get(name, {}))
        return dress


def number(value: float) -> str:
    """Return a coordinate, short: at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")

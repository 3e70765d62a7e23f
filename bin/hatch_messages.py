"""Put the interface's other language into a wheel: the compiled messages are ignored by git, and so by the build.

The checkout stays as it is; what `bin/install` makes editable compiles them in place (`bin/messages --compile`).
"""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MESSAGES = Path("proxeny") / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"


class CompiledMessages(BuildHookInterface):  # type: ignore[misc, type-arg]  # the library is untyped here
    """Compile the messages beside the checkout, and have the build take them along."""

    _folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the build only points at the checkout (`version` is “editable”)."""
        if version == "editable":
            return
        with (Path(self.root) / MESSAGES).open("rb") as file:
            catalog = read_po(file, locale="zh_Hans")
        self._folder = Path(mkdtemp(prefix="proxeny-messages-"))
        compiled = self._folder / "django.mo"
        with compiled.open("wb") as out:
            write_mo(out, catalog)
        build_data["force_include"][str(compiled)] = MESSAGES.with_suffix(".mo").as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Leave nothing behind."""
        if self._folder is not None:
            rmtree(self._folder)

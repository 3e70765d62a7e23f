"""Style sheets and scripts: one file per component to work on, one hashed style sheet where it runs."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

BUNDLE = "css/proxeny.css"
STATIC = Path(__file__).parent / "static"
_BEFORE = ("css/layers.css", "css/reset.css", "css/tokens.css", "css/base.css", "css/layout.css")
_AFTER = ("css/utilities.css", "css/print.css")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"^\s+|\s+$|\n(?=\n)", re.MULTILINE)

# `import "./a.js"`, `import { b } from "./a.js"`, `export … from "./a.js"`, `import("./a.js")`.
_IMPORT = (
    r"""(?P<matched>(?P<start>\b(?:import|export)\b[^"';()]*?|\bimport\()"""
    r"""(?P<mark>["'])(?P<url>\.{1,2}/[^"']+)(?P=mark))"""
)
_IMPORTS = ((_IMPORT, """%(start)s"%(url)s\""""),)


def sheets() -> list[str]:
    """Return the style sheets in the order they are read; the layers, not this order, decide who wins."""
    components = sorted(path.relative_to(STATIC).as_posix() for path in STATIC.glob("css/components/*.css"))
    return [*_BEFORE, *components, *_AFTER]


def bundle() -> str:
    """Return all style sheets as one, without comments and indentation."""
    texts = ((STATIC / name).read_text("utf-8") for name in sheets())
    return "\n".join(_INDENT.sub("", _COMMENT.sub("", text)) for text in texts)


def stylesheet_urls() -> list[str]:
    """Return the addresses of what a page links: the bundle, or each file for those who work on them."""
    if settings.DEBUG or not getattr(staticfiles_storage, "hashed_files", None):
        return [staticfiles_storage.url(name) for name in sheets()]
    return [staticfiles_storage.url(BUNDLE)]


class BundledStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # the library is untyped
    """Names every file by its content, imports of modules included, and joins the style sheets into one.

    Before `collectstatic` has run, files go by their plain names: tests need none.
    """

    # Django's own rule for imports would also read the libraries' files, some of which import from packages.
    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        *((folder, _IMPORTS) for folder in ("js/*.js", "charts/*.js")),
    )
    keep_only_hashed_files = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Write the bundle, then let every file be named and compressed."""
        if not dry_run:
            self._write_bundle()
            paths = {**paths, BUNDLE: (self, BUNDLE)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def stored_name(self, name: str) -> str:
        """Return the hashed name, or the plain one as long as nothing was collected."""
        return str(super().stored_name(name)) if self.hashed_files else name

    def _write_bundle(self) -> None:
        if self.exists(BUNDLE):
            self.delete(BUNDLE)
        self._save(BUNDLE, ContentFile(bundle().encode("utf-8")))

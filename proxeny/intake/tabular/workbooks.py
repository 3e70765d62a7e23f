"""What the parts of a spreadsheet around its cells say: sheets, shared texts, and which styles show dates."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from proxeny.intake.tabular.limits import Limits
from proxeny.intake.tabular.packages import Handler, parse_part
from proxeny.intake.tabular.problems import TabularError

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_DATES_OF_EAST_ASIA = frozenset({*range(27, 37), *range(50, 59)})
"""Built-in formats of East Asian editions alone, all of them dates or times (ECMA-376 part 1, 18.8.30)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of cells: its name and the part of the archive that holds it."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """A spreadsheet without its cells."""

    sheets: tuple[Sheet, ...]
    days_from_1904: bool
    strings_part: str | None
    styles_part: str | None

    def sheet(self, name: str | None) -> Sheet:
        """Return the sheet called `name`, or the first that is not hidden; TabularError if there is none."""
        if not self.sheets:
            raise TabularError("no_sheet")
        if name is None:
            return next((sheet for sheet in self.sheets if not sheet.hidden), self.sheets[0])
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise TabularError("sheet_unknown", sheet=name, sheets=", ".join(sheet.name for sheet in self.sheets))


def read_workbook(package: zipfile.ZipFile) -> Workbook:
    """Return what the workbook says of itself."""
    targets = _targets(package, "")
    part = next((target for kind, target in targets.values() if kind == "officeDocument"), "xl/workbook.xml")
    related = _targets(package, part)
    book = _Elements()
    _run(parse_part(package, part, book))
    sheets = tuple(
        Sheet(told["name"], related[told["id"]][1], told.get("state", "visible") != "visible")
        for told in map(_local, book.of("sheet"))
        if related.get(told.get("id", ""), ("", ""))[0] == "worksheet"
    )
    of_1904 = any(told.get("date1904") in ("1", "true") for told in book.of("workbookPr"))
    by_kind = {kind: target for kind, target in related.values() if target in package.NameToInfo}
    return Workbook(sheets, of_1904, by_kind.get("sharedStrings"), by_kind.get("styles"))


def read_strings(package: zipfile.ZipFile, book: Workbook, limits: Limits) -> list[str]:
    """Return the texts that cells share; TabularError when they take more than `limits.strings_bytes`."""
    if book.strings_part is None:
        return []
    if package.getinfo(book.strings_part).file_size > limits.strings_bytes:
        raise TabularError("package_too_big", limit=limits.strings_bytes)
    strings = _Strings()
    _run(parse_part(package, book.strings_part, strings))
    return strings.found


def read_styles(package: zipfile.ZipFile, book: Workbook) -> dict[str, str]:
    """Return `date` or `duration` for each style that shows numbers so, by its number."""
    if book.styles_part is None:
        return {}
    styles = _Elements()
    _run(parse_part(package, book.styles_part, styles))
    codes = {told["numFmtId"]: told["formatCode"] for told in styles.of("numFmt")}
    numbers = [told.get("numFmtId", "0") for told in styles.of("cellXfs/xf")]
    return {str(style): kind for style, number in enumerate(numbers) if (kind := _shows(number, codes))}


def unescaped(text: str) -> str:
    """Return `text` with each `_xHHHH_` as the character it stands for (ECMA-376 part 1, ST_Xstring)."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text


def _shows(number: str, codes: dict[str, str]) -> str:
    code = codes.get(number) or BUILTIN_FORMATS.get(int(number), "")
    if is_timedelta_format(code):
        return "duration"
    of_east_asia = int(number) in _DATES_OF_EAST_ASIA and number not in codes
    return "date" if of_east_asia or is_date_format(code) else ""


def _targets(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return the parts that `part` refers to: identifier to (last word of the kind, name in the archive)."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package.NameToInfo:
        return {}
    found = _Elements()
    _run(parse_part(package, relations, found))
    return {
        told["Id"]: (posixpath.basename(told["Type"]), _resolved(folder, told["Target"]))
        for told in found.of("Relationship")
    }


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _local(attributes: dict[str, str]) -> dict[str, str]:
    return {name[name.rfind(" ") + 1 :]: value for name, value in attributes.items()}


def _run(steps: Iterator[None]) -> None:
    for _ in steps:
        pass


class _Elements(Handler):
    """Collects the attributes of every element, by its name and by its parent's and its own."""

    def __init__(self) -> None:
        self._path: list[str] = [""]
        self._found: dict[str, list[dict[str, str]]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        for key in (name, f"{self._path[-1]}/{name}"):
            self._found.setdefault(key, []).append(attributes)
        self._path.append(name)

    def end(self, _name: str) -> None:
        self._path.pop()

    def text(self, _text: str) -> None:
        """Nothing here is said in text."""

    def of(self, name: str) -> list[dict[str, str]]:
        return self._found.get(name, [])


@dataclass(slots=True)
class _Strings(Handler):
    """Collects the shared texts, without the readings that stand over characters."""

    found: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _taking: bool = False
    _aside: bool = False

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._aside = True
        self._taking = name == "t" and not self._aside

    def end(self, name: str) -> None:
        self._taking = False
        if name == "si":
            self.found.append(unescaped("".join(self._parts)))
        elif name == "rPh":
            self._aside = False

    def text(self, text: str) -> None:
        if self._taking:
            self._parts.append(text)

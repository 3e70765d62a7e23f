"""The same as the page, as PDF: for whoever prints it, files it away, or hands it to somebody who reads nothing else."""

from typing import Any

from proxeny.core import printing
from proxeny.core.printing import Exact
from proxeny.ledger.bundles.evidence import Evidence
from proxeny.ledger.hashing import read_moment
from proxeny.reports.evidence.reading import Chapter, Reading, Shown


def printed(reading: Reading, evidence: Evidence) -> bytes:
    """Return the PDF; made at the same moment as the bundle, it is the same file each time."""
    word = reading.word
    verify = Chapter(
        reading.verify.title,
        texts=reading.verify.texts,
        codes=reading.verify.codes,
        notes=(*reading.verify.notes, word["paper"]),
    )
    data = {
        "kind": word["bundle"],
        "facts": [[one.word, one.what, list(map(Exact, one.codes))] for one in reading.facts],
        "chapters": list(map(_chapter, (reading.proves, reading.cannot, verify))),
        "entries": {
            "title": word["entries"],
            "head": [word["entry"], word["when"], word["what"]],
            "rows": [_entry(one, word["gone"]) for one in reading.entries],
        },
        "files": {
            "title": word["files"],
            "head": [word["entry"], word["file"], word["hash"]],
            "rows": [
                {
                    "number": str(one.sequence),
                    "name": _named(one.name, one.place, word["gone"]),
                    "sha256": Exact(one.sha256),
                }
                for one in reading.files
            ],
        },
        "heads": {"title": word["holders"], "text": word["heads"], "lines": list(reading.held)},
    }
    return printing.render(
        "evidence", data, title=reading.title, language=reading.language, at=read_moment(evidence.made_at)
    )


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "title": chapter.title,
        "lines": list(chapter.points),
        "texts": list(chapter.texts),
        "codes": list(map(Exact, chapter.codes)),
        "notes": list(chapter.notes),
    }


def _entry(one: Shown, gone: str) -> dict[str, Any]:
    return {
        "number": str(one.row.sequence),
        "when": "\n".join(part for part in (one.at, one.recorded) if part),
        "said": one.said,
        "words": one.words,
        "is_judgement": one.is_judgement,
        "is_gone": one.is_gone,
        "files": [_named(file.name or file.sha256, file.place, gone) for file in one.files],
        "hash": Exact(one.row.hash),
    }


def _named(name: str, place: str, gone: str) -> str:
    return name if place else f"{name} · {gone}".removeprefix(" · ")

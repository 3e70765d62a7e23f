"""The published test vectors, as this program reckons them; `python -m tests.ledger.vectors` writes docs/vectors anew."""

import io
import json
import tempfile
from pathlib import Path
from typing import Any

from proxeny.ledger.bundles.verifying import verify
from proxeny.ledger.hashing import canonical, commitment, line_of
from proxeny.ledger.keys import written
from proxeny.ledger.merkle import EMPTY, consistency, inclusion, ranges, root_of
from proxeny.ledger.receipts.verifying import verify as verify_receipt
from tests.ledger.bundled import evidence, history, packed
from tests.ledger.hands import KEY, head
from tests.ledger.receipted import receipt

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "vectors"


def vectors() -> dict[str, bytes]:
    """Return all files by name."""
    rows = history()
    with tempfile.TemporaryDirectory() as folder:
        bundle = packed(evidence(rows), rows, Path(folder))
    report = verify(io.BytesIO(bundle), key=KEY.verifier)
    return {
        "lines.json": _document([_line(row) for row in rows[:4]]),
        "commitments.json": _document([_commitment(place) for place in range(3)]),
        "tree.json": _document(_tree([bytes.fromhex(row.hash) for row in rows])),
        "checkpoint.json": _document(
            {
                "secret": written(KEY),
                "verifier": str(KEY.verifier),
                "size": len(rows),
                "root": head(rows, len(rows)).root.hex(),
                "note": KEY.sign(head(rows, len(rows)).text()),
            }
        ),
        "bundle.zip": bundle,
        "bundle.json": _document({"key": str(KEY.verifier), "report": report.as_json()}),
        "receipt.json": _document(_receipts()),
    }


def _receipts() -> dict[str, Any]:
    shown, withheld = receipt(3).as_text(), receipt(7, with_text=False).as_text()
    reports = [verify_receipt(text.encode(), key=KEY.verifier).as_json() for text in (shown, withheld)]
    return {"key": str(KEY.verifier), "receipts": [shown, withheld], "reports": reports}


def _line(row: Any) -> dict[str, Any]:
    columns = {**row.leaf._asdict(), "subjects": json.loads(row.subjects)}
    return {"columns": columns, "line": line_of(row.leaf).decode(), "hash": row.hash}


def _commitment(place: int) -> dict[str, str]:
    contents = ({}, {"text": "超过 50 万行会超时", "n": 1}, {"b": [1.5, True, None], "a": '\u20ac\n"\\'})
    key, content = bytes(range(place, place + 32)), canonical(contents[place])
    return {"key": key.hex(), "content": content, "commitment": commitment(key, content)}


def _tree(leaves: list[bytes]) -> dict[str, Any]:
    sizes = range(1, len(leaves) + 1)
    return {
        "leaves": [leaf.hex() for leaf in leaves],
        "roots": [EMPTY.hex(), *(root_of(leaves[:size]).hex() for size in sizes)],
        "inclusion": [
            {
                "leaf": number,
                "size": size,
                "path": [step.hex() for step in inclusion(number, size, ranges(leaves[:size]))],
            }
            for size in (1, 2, 3, 7, 8, 12)
            for number in range(size)
        ],
        "consistency": [
            {"old": old, "size": 12, "path": [step.hex() for step in consistency(old, 12, ranges(leaves))]}
            for old in sizes
        ],
    }


def _document(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in vectors().items():
        (FOLDER / name).write_bytes(data)

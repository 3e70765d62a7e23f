"""Papers for tests: what stands in a PDF, and templates of the tests' own."""

import re
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from proxeny.core.printing import rendering


def inside(pdf: bytes) -> bytes:
    """The file with each of its packed streams unpacked behind it: whatever it does is written there in words."""
    streams = []
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            streams.append(zlib.decompress(found[1]))
    return b"\n".join([pdf, *streams])


def pages(pdf: bytes) -> int:
    """How many pages it has."""
    return len(re.findall(rb"/Type\s*/Page\b", inside(pdf)))


def template(folder: Path, body: str) -> Path:
    """A folder with the shared style and one template, `test`."""
    (folder / "house.typ").write_text((rendering.PAPERS / "house.typ").read_text("utf-8"), "utf-8")
    (folder / "test.typ").write_text(f'#import "house.typ": *\n#show: paper\n{body}\n', "utf-8")
    return folder


def evidence(*said: str, **more: Any) -> dict[str, Any]:
    """The data of a bundle's paper, with a line for each of these."""
    chapter = {
        "title": "能证明什么",
        "lines": ["一", "二"],
        "texts": ["说"],
        "codes": ["a b"],
        "notes": ["注"],
    }
    rows = [
        {
            "number": str(place + 1), "when": "2026-11-22 05:48:00", "said": text, "words": text,
            "is_judgement": place % 3 == 0, "is_gone": False, "files": ["图.png"], "hash": "ab" * 32,
        }
        for place, text in enumerate(said)
    ]  # fmt: skip
    return {
        "kind": "证据包",
        "facts": [["导出", "周雨", ["ab" * 32]]],
        "chapters": [chapter],
        "entries": {"title": "条目", "head": ["编号", "时间", "内容"], "rows": rows},
        "files": {
            "title": "文件",
            "head": ["编号", "名", "哈希"],
            "rows": [{"number": "1", "name": "图.png", "sha256": "ab" * 32}],
        },
        "heads": {"title": "指纹", "text": "说明", "lines": ["截至第 1 条"]},
        **more,
    }

"""Finding in many texts, against a scan of the same texts with LIKE in the same run."""

import random
import sys
from collections.abc import Callable, Iterator
from statistics import median

from proxeny.cli.benches.measuring import seconds_of, tell
from proxeny.cli.main import prepare

RUNS = 15
KNOWN = 50
COMMON_IN = 0.3
LETTERS = 400
ZH, EN, COMMON = "退款", "chargeback", "系统"
CHARACTERS = "数据导出超时报表服务器连接失败用户登录权限配置升级版本接口调用返回错误日志磁盘内存网络延迟订单发票对账合同客户"
LATIN = (
    "timeout",
    "export",
    "cluster",
    "backup",
    "login",
    "upgrade",
    "api",
    "error",
    "report",
    "cache",
    "v2.13",
)


def main() -> None:
    """Lay out made-up texts with known words in 50 of them; tell how many are found, how fast, and how fast a scan is."""
    words = [word for word in sys.argv[1:] if word != "--json"]
    texts, rounds = int(words[0]), int(words[1]) if len(words) > 1 else RUNS
    prepare()
    from proxeny.search import finding

    _count, seconds = seconds_of(lambda: _lay_out(texts))
    finding.forget_sizes()
    figures: dict[str, object] = {"texts": texts, "index_seconds": round(seconds, 1)}
    for name, word in (("chinese", ZH), ("english", EN), ("common", COMMON)):
        found, ours = _timed(lambda word=word: _found(word), rounds)  # type: ignore[misc]
        held, scan = _timed(lambda word=word: _scanned(word), 3)  # type: ignore[misc]
        figures |= {
            f"{name}_found": found,
            f"{name}_held": held,
            f"{name}_ms": round(1000 * ours, 2),
            f"{name}_scan_ms": round(1000 * scan, 1),
            f"{name}_times_scan": round(ours / scan, 4),
        }
    tell(figures, as_json="--json" in sys.argv)


def _timed(work: Callable[[], int], rounds: int) -> tuple[int, float]:
    """What `work` returns, and the middle of its seconds; the first, which warms up, is left out."""
    result = work()
    return result, median(seconds_of(work)[1] for _ in range(rounds))


def _found(word: str) -> int:
    from django.db.models import Q

    from proxeny.search import finding
    from proxeny.search.asking import ask

    return len(finding.find_all(ask(word, {}).wanted, Q()).hits)


def _scanned(word: str) -> int:
    from proxeny.search.models import Document

    return Document.objects.filter(text__icontains=word).count()


def _lay_out(texts: int) -> int:
    from datetime import timedelta

    from proxeny.core import clock, references
    from proxeny.search import keeping

    chance = random.Random(1)  # noqa: S311  (the same texts in every run)
    known = set(chance.sample(range(texts), min(KNOWN, texts)))
    now = clock.now()

    def every() -> Iterator[keeping.Text]:
        for number in range(texts):
            about = references.to("message", number + 1)
            text = _text(chance, is_known=number in known)
            yield keeping.Text(about, about, "dossier", now - timedelta(minutes=texts - number), text=text)

    return keeping.put_many(every())


def _text(chance: random.Random, *, is_known: bool) -> str:
    words: list[str] = []
    while sum(len(word) for word in words) < LETTERS:
        words.append("".join(chance.choices(CHARACTERS, k=chance.randint(4, 12))))
        words.append(chance.choice(LATIN))
    if is_known:
        words.insert(len(words) // 2, f"要求{ZH}处理 {EN}")
    if chance.random() < COMMON_IN:
        words.append(f"对账{COMMON}")
    return " ".join(words)


if __name__ == "__main__":
    main()

"""Seconds and peak memory of a piece of work, and how they are told."""

import json
import os
import resource
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def seconds_of(work: Callable[[], T]) -> tuple[T, float]:
    """Return what `work` returns, and how many seconds it took."""
    begun = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begun


def in_child(work: Callable[[], Any]) -> dict[str, float]:
    """Do `work` in a forked child, so that its peak memory is its own; return seconds and megabytes."""
    read, write = os.pipe()
    if child := os.fork():
        os.close(write)
        with os.fdopen(read) as pipe:
            told = pipe.read()
        _, status = os.waitpid(child, 0)
        if status:
            raise RuntimeError("the measured work failed")
        return dict(json.loads(told))
    try:
        _result, seconds = seconds_of(work)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        megabytes = peak / (1 << 20) if sys.platform == "darwin" else peak / 1024
        os.write(write, json.dumps({"seconds": round(seconds, 3), "peak_mb": round(megabytes)}).encode())
    except BaseException:  # noqa: BLE001  (the child must end here, not run on as a second parent)
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def tell(document: dict[str, Any], *, as_json: bool) -> None:
    """Print the figures."""
    if as_json:
        print(json.dumps(document, indent=2))
        return
    for name, value in document.items():
        print(f"{name:>32}  {value}")

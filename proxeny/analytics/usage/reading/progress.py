"""One bar for a reading's stages: opening, looking at every cell, summing. Each is taken for a third of the
bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass

import duckdb

from proxeny.analytics.engine import execute

Progress = Callable[[int, int], None]
"""Called with (bytes done, bytes in all). Whatever it raises ends the reading and reaches the caller."""

STAGES = 3


@dataclass
class Bar:
    """Turns what each stage reports into bytes done of all the bytes there are to go through."""

    progress: Progress | None
    size: int
    stage: int = 0

    def seen(self, done: int) -> None:
        """`done` bytes of this stage's pass over the file."""
        if self.progress:
            self.progress(self.stage * self.size + min(done, self.size), STAGES * self.size)

    def runner(self, con: duckdb.DuckDBPyConnection) -> Callable[[str], None]:
        """What runs a statement and shows how far the engine says it is."""
        tick = (lambda share: self.seen(int(share * self.size))) if self.progress else None
        return lambda statement: execute(con, statement, tick)

    def next(self) -> None:
        """The next stage begins."""
        self.stage += 1
        self.seen(0)

    def finish(self) -> None:
        """All is done."""
        self.stage = STAGES - 1
        self.seen(self.size)

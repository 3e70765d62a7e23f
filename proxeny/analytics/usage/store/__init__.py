"""Facts at rest: immutable Parquet files, each named in a manifest that somebody else keeps."""

from proxeny.analytics.usage.store.checking import Damage, check_part, check_parts, orphans
from proxeny.analytics.usage.store.compaction import CompactionError, compact, worth_compacting
from proxeny.analytics.usage.store.part import MeterSeen, Part, Span
from proxeny.analytics.usage.store.writing import write_batch

__all__ = [
    "CompactionError",
    "Damage",
    "MeterSeen",
    "Part",
    "Span",
    "check_part",
    "check_parts",
    "compact",
    "orphans",
    "worth_compacting",
    "write_batch",
]

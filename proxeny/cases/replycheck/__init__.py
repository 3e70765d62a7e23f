"""The reply check: reads a drafted reply and says what a thoughtful colleague would say before it is sent.

    for remark in check(draft): …

Plain rules in small tables, one module a kind; no rows, no clock, no learning. It warns and never blocks.
"""

from proxeny.cases.replycheck.checking import check, has_path
from proxeny.cases.replycheck.path import PathMark
from proxeny.cases.replycheck.path_rows import Mark
from proxeny.cases.replycheck.remarks import Kind, Promised, Remark, Span, Way

__all__ = ["Kind", "Mark", "PathMark", "Promised", "Remark", "Span", "Way", "check", "has_path"]

"""Calling out: the only way in which this program opens a connection over HTTP to anybody else.

    from proxeny.core import outbound

    answer = outbound.call("https://tsa.example.com/", body=request, media_type="application/timestamp-query")

What the settings name is still somebody else's: the address is looked up once, judged, and that very address is called.
"""

from proxeny.core.outbound.calling import Answer, Limits, call
from proxeny.core.outbound.refusals import NoAnswer, OutboundError, Refused

__all__ = ["Answer", "Limits", "NoAnswer", "OutboundError", "Refused", "call"]

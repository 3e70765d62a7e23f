"""How a call can end without an answer."""


class OutboundError(Exception):
    """A call came to nothing; the text says why."""


class Refused(OutboundError):  # noqa: N818  (it says what is the case)
    """We do not call that: the address, the scheme or the name is not one that is called from here."""


class NoAnswer(OutboundError):  # noqa: N818
    """The other side could not be reached, took too long, sent too much, or did not show who it is."""

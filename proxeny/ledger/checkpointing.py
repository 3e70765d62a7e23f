"""Signing the head of the ledger: how many lines there are, and the root over them."""

import json
from itertools import islice

from django.db import IntegrityError, transaction

from proxeny.core import clock
from proxeny.ledger import keys, verifying
from proxeny.ledger.checking import Walk
from proxeny.ledger.details import N_, Detail
from proxeny.ledger.merkle import Frontier
from proxeny.ledger.models import Checkpoint
from proxeny.ledger.notes import Checkpoint as Head
from proxeny.ledger.notes import Signer


class DoesNotHold(Exception):  # noqa: N818  (it says what is the case)
    """The lines since the last head do not hold: a head over them would lend them a signature."""


def sign_head(signer: Signer | None = None) -> Checkpoint | None:
    """Sign the head over all lines that there are; the last one again where none came since, None where there are none.

    The lines since the last head are verified first. Raises DoesNotHold, with the first break.
    """
    signer = signer or keys.signer()
    last = Checkpoint.objects.order_by("-size").first()
    walk = _walk_from(last)
    for rows in verifying.stretches(after=last.size if last else 0):
        walk.over(rows)
    if breaks := walk.breaks():
        first = breaks[0]
        said = N_("line %(sequence)s: %(kind)s: %(detail)s")
        raise DoesNotHold(Detail(said, sequence=first.sequence, kind=first.kind, detail=first.detail))
    if last and walk.frontier.size == last.size:
        return last
    if not walk.frontier.size:
        return None
    head = Head(signer.name, walk.frontier.size, walk.frontier.root())
    try:
        with transaction.atomic():
            return Checkpoint.objects.create(
                size=head.size,
                root=head.root.hex(),
                edges=json.dumps([edge.hex() for edge in walk.frontier.edges]),
                note=signer.sign(head.text()),
                signed_at=clock.machine_now(),
            )
    except IntegrityError:
        # Another worker signed the same size meanwhile: signatures of one key over one text are the same.
        return Checkpoint.objects.get(size=head.size)


def _walk_from(last: Checkpoint | None) -> Walk:
    if last is None:
        return Walk()
    edges = [bytes.fromhex(edge) for edge in json.loads(last.edges)]
    [before] = next(islice(verifying.stretches(after=last.size - 1, most=1), 1), [None])
    if before is None:
        raise DoesNotHold(Detail(N_("line %(sequence)s is missing, and a head knows it"), sequence=last.size))
    frontier = Frontier(last.size, edges)
    # Whoever can edit this row could have the next head signed over another tree; what was signed is in the note.
    if frontier.root() != Head.parse(last.note.rpartition("\n\n")[0] + "\n").root:
        said = N_("the hashes that are kept with the head of %(size)s lines do not give its root")
        raise DoesNotHold(Detail(said, size=last.size))
    return Walk(after=before, frontier=frontier)

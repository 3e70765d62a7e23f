"""What the dockets of past and present days say of a customer's people."""

from proxeny.core.erasing import ACTOR, CODE, OURS, REFERENCE, Held, mark
from proxeny.core.sentences import N_, Sentence
from proxeny.docket.models import Answer, Matter, Sighting

HELD = (
    Held(
        Answer, kind=N_("answers to the docket"), texts=("reason",), account="matter__account", never={"by": ACTOR},
    ),
    Held(Matter, account="account", reference="matter", never={"kind": OURS, "family": REFERENCE}),
    Held(
        Sighting, kind=N_("sentences of the docket"), lists=("sentence", "evidence", "verbs"), account="account",
        with_customer={"sentence": Sentence(mark()).as_json(), "evidence": []}, never={"currency": CODE},
    ),
)  # fmt: skip

"""Telling who speaks for a customer that somebody else has answered a matter of their docket."""

from proxeny.accounts.telling import has_own, who_sees
from proxeny.core.actors import Actor
from proxeny.core.sentences import N_, Sentence
from proxeny.docket.events import Kind
from proxeny.docket.models import Answer
from proxeny.identity.roles import Area
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.telling import take_back, tell

ANSWERED = "docket.answered"

kinds.register(
    NoticeKind(
        ANSWERED,
        N_("Matters of your docket that others answer"),
        N_(
            "A colleague put off or dismissed a matter of a customer you speak for: it is gone from your docket too."
        ),
        who_sees(Area.HEALTH),
        concerns=has_own(Area.HEALTH),
    )
)
SAID = {
    Kind.SNOOZED: N_("%(who)s put this off at %(account)s until %(until)s: %(matter)s"),
    Kind.DISMISSED: N_("%(who)s dismissed this at %(account)s: %(matter)s"),
    Kind.ANSWER_WITHDRAWN: N_("%(who)s took back the answer at %(account)s: %(matter)s"),
}
SPEAKS = Sentence(N_("because you speak for this customer"))


def answered(answer: Answer, kind: Kind, *, by: Actor) -> None:
    """Tell of an answer, or that it was taken back. A judgement is told of where it is given, not here."""
    account = answer.matter.account
    if account is None or account.spokesperson is None or answer.kind == Answer.Kind.JUDGED:
        return
    is_taken_back = kind is Kind.ANSWER_WITHDRAWN
    spared = take_back(f"answer:{answer.pk}") if is_taken_back else set()
    newest = answer.matter.sightings.order_by("-on").first()
    if newest is None or account.spokesperson.pk in spared:
        return
    values = {
        "who": by.name,
        "account": account.name,
        "matter": newest.sentence,
        "until": {"type": "date", "date": answer.until.isoformat()} if answer.until else "",
    }
    tell(
        [account.spokesperson],
        kind=ANSWERED,
        about=account.record,
        text=Sentence(SAID[kind], values),
        reason=SPEAKS,
        key=f"answer:{answer.pk}/taken-back" if is_taken_back else f"answer:{answer.pk}",
        by=by,
    )

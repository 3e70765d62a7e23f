"""The demo, loaded once for all who only look; a colleague who sees everything, and files in every state."""

from pathlib import Path

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demo import loading
from proxeny.docket import sweeping
from proxeny.identity import adding
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.intake import concluding, receiving
from proxeny.intake.models import Batch

SYSTEM = Actor.system("test")
SEER = "zhou"


def build(folder: Path) -> list[str]:
    """Fill the database; return addresses that no link leads to, or that a link leads to in another state only."""
    loading.load(lambda _number, _step: None)
    seer = Staff.objects.get(username=SEER)
    for role in (Role.OWNER, Role.LEAD):
        adding.grant(seer, role, by=SYSTEM)
    seer = Staff.objects.get(username=SEER)
    unread = _received(folder / "new.csv", "name,level\n一家新客户,key\n,key\n", seer.actor)
    failed = _received(folder / "old.csv", "name\n另一家\n", seer.actor)
    concluding.fail(failed, "the file ends in the middle of a line")
    done = Batch.objects.filter(state=Batch.State.DONE).first()
    sweeping.sweep(clock.today(), by=SYSTEM)
    quiet = Account.objects.exclude(spokesperson=seer).first()
    assert done is not None
    assert quiet is not None
    return [
        *(f"/imports/{batch.pk}/?state={batch.state}" for batch in (unread, failed, done)),
        "/accounts/?q=nobody-is-called-so",
        f"/accounts/{quiet.pk}/?other",
        f"/calendar/{clock.today().year}/?day={clock.today()}",
    ]


def _received(file: Path, text: str, by: Actor) -> Batch:
    file.write_text(text, "utf-8")
    with file.open("rb") as stream:
        return receiving.receive(stream, file.name, Batch.Kind.ACCOUNTS, by=by)

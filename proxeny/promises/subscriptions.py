"""What is loaded with the program: the lines of the ledger and the notices of talks and concessions."""

from proxeny.accounts.talks import events as talk_events
from proxeny.accounts.talks import telling as talk_telling
from proxeny.promises.concessions import events as concession_events
from proxeny.promises.concessions import telling as concession_telling

__all__ = ["concession_events", "concession_telling", "talk_events", "talk_telling"]

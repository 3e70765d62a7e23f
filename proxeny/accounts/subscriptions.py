"""What this package registers when it is loaded: its importers, and how their batches are taken back; what it hears of."""

from proxeny.accounts import telling
from proxeny.accounts.glass import events  # noqa: F401  (registers its kinds when it is loaded)
from proxeny.accounts.glass import telling as telling_of_looks  # noqa: F401  (the same)
from proxeny.accounts.importing import registering
from proxeny.core import outbox
from proxeny.identity.announcing import StaffLeft

registering.register()
outbox.subscribe(StaffLeft, telling.left_behind)

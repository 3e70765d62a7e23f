"""What this package wants to hear of: what becomes of colleagues."""

from proxeny.core import outbox
from proxeny.identity.announcing import RoleChanged, TeamChanged
from proxeny.notices import colleagues

outbox.subscribe(RoleChanged, colleagues.role_changed)
outbox.subscribe(TeamChanged, colleagues.team_changed)

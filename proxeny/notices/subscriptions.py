"""What this package wants to hear of: what becomes of colleagues, and that somebody was told something."""

from proxeny.core import outbox
from proxeny.identity.announcing import RoleChanged, TeamChanged
from proxeny.notices import colleagues, mailing
from proxeny.notices.events import NoticeWaiting

outbox.subscribe(RoleChanged, colleagues.role_changed)
outbox.subscribe(TeamChanged, colleagues.team_changed)
outbox.subscribe(NoticeWaiting, mailing.wait)

"""What this package wants to hear of: what becomes of colleagues and of the record, and that somebody was told something."""

from proxeny.core import outbox
from proxeny.identity.announcing import RoleChanged, TeamChanged
from proxeny.ledger.announcing import AnchorFails, RecordBreaks, RowsBreak
from proxeny.notices import colleagues, mailing, of_rows, of_the_record
from proxeny.notices.events import NoticeWaiting

outbox.subscribe(RoleChanged, colleagues.role_changed)
outbox.subscribe(TeamChanged, colleagues.team_changed)
outbox.subscribe(NoticeWaiting, mailing.wait)
outbox.subscribe(RecordBreaks, of_the_record.breaks)
outbox.subscribe(RowsBreak, of_rows.breaks)
outbox.subscribe(AnchorFails, of_the_record.anchor_fails)

"""Sessions of the database, read by one plain question."""

from typing import Any

from django.contrib.sessions.backends import db
from django.db import connection

from proxeny.core import clock

_READ = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Reads without the ORM: every request begins here, and phrasing the question took longer than answering it."""

    def load(self) -> dict[str, Any]:
        """Return what the session holds; nothing for one that is unknown or over."""
        now = connection.ops.adapt_datetimefield_value(clock.machine_now())
        with connection.cursor() as cursor:
            cursor.execute(_READ, [self.session_key, now])
            found = cursor.fetchone()
        if found is None:
            self._session_key = None
            return {}
        return dict(self.decode(found[0]))

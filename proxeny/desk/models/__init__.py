"""What a person keeps on their own desk: views, drafts, where they have been, where they are. None of it is evidence."""

from proxeny.desk.models.draft import Draft
from proxeny.desk.models.presence import Presence
from proxeny.desk.models.saved_view import SavedView, ViewPin
from proxeny.desk.models.visit import Visit

__all__ = ["Draft", "Presence", "SavedView", "ViewPin", "Visit"]

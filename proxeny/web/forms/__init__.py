"""What every form stands on: one field changed in place, drafts, conflicts, errors."""

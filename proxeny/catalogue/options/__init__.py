"""Composed options in words and as a document: what `proxeny.analytics.options` finds, as people and scripts read it."""

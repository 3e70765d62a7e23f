"""From an empty installation to the first docket."""

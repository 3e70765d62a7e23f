"""Looking into the separate channel by exception: asking, granting, looking, and what was opened."""

"""Articles on the screen."""

"""Health: what the witnesses amount to, with every part visible; it never says more than a person."""

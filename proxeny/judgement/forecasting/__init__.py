"""Numbers put on the future by people and by the system, frozen when they were said and decided by facts."""

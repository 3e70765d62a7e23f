"""Cases: from problem state to solution state, in five steps, with clocks that can be trusted."""

"""How far a case has come, for its page: steps with their clocks, what stands, what was learned."""

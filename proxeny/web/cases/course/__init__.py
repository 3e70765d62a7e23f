"""The course of a case: steps, proposals, waits, the solution, what was learned."""

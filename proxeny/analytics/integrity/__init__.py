"""Questions about activity that may only look like work. Each is a question with its evidence, never an accusation.

Every detector returns its figures, how sure they are, and an answer: doubtful, usual, or too few to tell. It knows
nothing of persons: who did it, and whether there was a good reason, is for people to say.
"""

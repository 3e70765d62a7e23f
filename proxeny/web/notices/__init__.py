"""What a person is told of: the inbox, what they are done with, and what they want to hear."""

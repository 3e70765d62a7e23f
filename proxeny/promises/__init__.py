"""What is owed to customers: by whom, about what, until when."""

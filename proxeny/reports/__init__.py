"""What is read across packages."""

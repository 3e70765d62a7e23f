"""What is promised of service, on pages: targets, and the hours of one customer."""

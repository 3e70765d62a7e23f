"""What was given away to customers: noted, weighed against the limits of roles, approved or refused."""

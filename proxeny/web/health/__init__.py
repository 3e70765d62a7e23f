"""What the witnesses say of a customer, and what each of them counts for."""

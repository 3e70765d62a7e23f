"""The pages of what sales heard."""

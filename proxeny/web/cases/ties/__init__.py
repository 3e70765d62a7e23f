"""What ties cases together, and people to cases."""

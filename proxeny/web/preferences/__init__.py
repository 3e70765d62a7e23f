"""How the workbench looks and behaves for one person."""

"""What this package registers when it is loaded: its importers, and how their batches are taken back."""

from proxeny.accounts.importing import registering

registering.register()

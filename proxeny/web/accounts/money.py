"""What customers bring in a year, by their running contracts."""

from proxeny.accounts.worth import contracted as yearly
from proxeny.accounts.worth import contracted_of as yearly_of

__all__ = ["yearly", "yearly_of"]

"""Customers, their people and their contracts."""

from proxeny.accounts.models.account import Account
from proxeny.accounts.models.contact import Contact
from proxeny.accounts.models.contract import Contract, ContractLine
from proxeny.accounts.models.talk import Talk, TalkPoint

__all__ = ["Account", "Contact", "Contract", "ContractLine", "Talk", "TalkPoint"]

"""The importers of this package, and how their batches are taken back."""

from proxeny.accounts.importing import account_fields, contact_fields, contract_fields
from proxeny.accounts.importing.account_rows import AccountRows
from proxeny.accounts.importing.account_shelf import AccountShelf
from proxeny.accounts.importing.contact_rows import ContactRows
from proxeny.accounts.importing.contact_shelf import ContactShelf
from proxeny.accounts.importing.contract_rows import ContractRows
from proxeny.accounts.importing.contract_shelf import ContractShelf
from proxeny.intake import importers, undoing
from proxeny.intake.models import Batch
from proxeny.intake.rows.importer import RowImporter
from proxeny.intake.rows.taking_back import TakeBackRows

ACCOUNTS = RowImporter(
    Batch.Kind.ACCOUNTS, account_fields.FIELDS, AccountRows, AccountShelf(), account_fields.OPTIONS
)
PEOPLE = RowImporter(Batch.Kind.PEOPLE, contact_fields.FIELDS, ContactRows, ContactShelf())
CONTRACTS = RowImporter(Batch.Kind.CONTRACTS, contract_fields.FIELDS, ContractRows, ContractShelf())


def register() -> None:
    """Offer the importers to the faces."""
    for importer in (ACCOUNTS, PEOPLE, CONTRACTS):
        importers.register(importer.kind, importer)
        undoing.register(importer.kind, TakeBackRows(importer.shelf))

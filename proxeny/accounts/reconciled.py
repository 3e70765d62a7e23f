"""Which tables of this package are evidence."""

from proxeny.accounts.models import Account, Contact, Contract, ContractLine, Talk, TalkPoint
from proxeny.core.sentences import N_
from proxeny.ledger.rows.declaring import not_evidence, on_record

CHANGED_AT = "says when, and the line says it too"
on_record(
    Account,
    N_("Customer"),
    apart={"search_key": "follows from name and number", "changed_at": CHANGED_AT},
    belongs=("account", ""),
)
on_record(Contact, N_("Contact"), apart={"changed_at": CHANGED_AT}, belongs=("account", "account_id"))
on_record(Contract, N_("Contract"), apart={"changed_at": CHANGED_AT}, belongs=("account", "account_id"))
on_record(ContractLine, N_("Line of a contract"))
on_record(Talk, N_("Talk of sales"), belongs=("talk", ""))
on_record(TalkPoint, N_("Point of a talk"), belongs=("talk", "talk_id"))
not_evidence("with whom they talked is told by the line of the talk", Talk.contacts.through)

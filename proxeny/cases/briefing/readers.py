"""For whom a brief is, and to whom it goes in the case."""

from enum import StrEnum

from proxeny.cases.models import Audience, Case


class Reader(StrEnum):
    """Who reads a brief; the last three are people at the customer, by what they are to this case."""

    PRODUCT = "product"
    SALES = "sales"
    CUSTOMER = "customer"
    BOSS = "boss"
    ASKS = "asks"
    DECIDES = "decides"
    PAYS = "pays"


AUDIENCE: dict[Reader, Audience] = {
    Reader.PRODUCT: Audience.PRODUCT,
    Reader.SALES: Audience.SALES,
    Reader.BOSS: Audience.NOTE,
    Reader.CUSTOMER: Audience.CUSTOMER,
    Reader.ASKS: Audience.CUSTOMER,
    Reader.DECIDES: Audience.CUSTOMER,
    Reader.PAYS: Audience.CUSTOMER,
}
AT_THE_CUSTOMER = (Reader.CUSTOMER, Reader.ASKS, Reader.DECIDES, Reader.PAYS)


def readers_for(case: Case) -> list[Reader]:
    """Return the readers a brief may be written for; what was told in confidence is not for sales."""
    return [one for one in Reader if not (case.is_confidential and one is Reader.SALES)]

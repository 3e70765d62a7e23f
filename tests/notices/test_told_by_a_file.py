"""A file that gives customers to colleagues tells each of them once."""

import pytest

from proxeny.core.sentences import Sentence
from proxeny.identity.models import Staff
from proxeny.intake import undoing
from proxeny.notices import settling
from proxeny.notices.models import Notice
from proxeny.web.notices.addresses import address_of
from tests.accounts.rows import imported
from tests.cast import Cast

pytestmark = pytest.mark.django_db
FILE = """reference,name,spokesperson,sales
LB-01,鲁班建材,lin,pan
XH-02,星河物流,lin,pan
N-1,New,zhou,
"""
BECAUSE = "because a file that 何苗 imported says so"


def told(person: Staff) -> list[str]:
    notices = Notice.objects.filter(staff=person).order_by("pk")
    assert {Sentence.from_json(one.reason).in_language("en") for one in notices} <= {BECAUSE}
    return [Sentence.from_json(one.text).in_language("en") for one in notices]


def test_each_is_told_once_for_the_whole_file_what_came_and_what_went(vendor: Cast) -> None:
    batch, _document = imported("accounts", FILE, by=vendor.actor("he"), mode="update")
    since = f"since the file {batch.file_name}."
    assert told(vendor["lin"]) == [f"You speak for 2 more customers {since}"]
    assert told(vendor["zhou"]) == [f"You speak for New {since} You no longer speak for 2 customers {since}"]
    assert told(vendor["pan"]) == [f"You sell to 星河物流 {since}"]
    assert Notice.objects.count() == 3
    assert address_of(vendor.actor("lin"), Notice.objects.filter(staff=vendor["lin"]).get()) == "/accounts/"


def test_who_brought_the_file_in_needs_no_telling_and_nobody_without_part_in_it(vendor: Cast) -> None:
    imported("accounts", FILE.replace("lin", "zhou"), by=vendor.actor("he"), mode="update")
    assert set(Notice.objects.values_list("staff__username", flat=True)) == {"zhou", "pan"}
    Notice.objects.all().delete()
    imported("accounts", "reference,name,level\nLB-01,鲁班建材,key\n", by=vendor.actor("he"), mode="update")
    assert not Notice.objects.exists()


def test_taken_back_what_nobody_read_is_gone_and_readers_hear_of_it(vendor: Cast) -> None:
    batch, _document = imported("accounts", FILE, by=vendor.actor("he"), mode="update")
    settling.read_all(actor=vendor.actor("lin"))
    Notice.objects.filter(staff=vendor["lin"]).update(read_at=batch.finished_at)
    undoing.undo(batch, by=vendor.actor("he"))
    back = (
        f"The import of {batch.file_name} was taken back: those customers are with whom they were before it."
    )
    assert told(vendor["lin"])[1:] == [back]
    assert (told(vendor["zhou"]), told(vendor["pan"])) == ([], [])

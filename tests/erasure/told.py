"""Somebody at 鲁班建材 of whom much is kept: 亓官鹮, whose characters stand nowhere else, and what they wrote."""

from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings

from proxeny.accounts.models import Contact, TalkPoint
from proxeny.accounts.talks import noting, saying
from proxeny.cases import attaching, satisfying, writing
from proxeny.cases.models import Attachment, Audience, Case, Message
from proxeny.cases.opening import Opening, open_case
from proxeny.cases.writing import Writing
from proxeny.core import clock, references
from proxeny.desk import drafting, visiting
from proxeny.desk.models import SavedView
from proxeny.erasure import asking, carrying_out, deciding
from proxeny.erasure.models import Ground, Order
from proxeny.promises import moving, promising
from tests.accounts.rows import imported
from tests.cast import TODAY, Cast

NAME, PHONE, MAIL = "亓官鹮", "13907318846", "qiguan.huan@luban.example"
SECRET = "仓库的钥匙藏在老罘字花盆下面别告诉采购"
QUIET = "老板打算年底换掉我们部门的罘先生"
RARE = ("鹮", "罘", "13907318846", "qiguan.huan")
"""What stands in nothing but what is kept of this person."""
OTHERS = "李可"


@dataclass(frozen=True)
class Told:
    """The person, the customer's case in which they wrote, another that only mentions them, and a file of theirs."""

    vendor: Cast
    contact: Contact
    case: Case
    other: Case
    file: Path


def told(vendor: Cast) -> Told:
    """Let Zhou bring in, write down, quote and promise."""
    zhou = vendor.actor("zhou")
    header = "客户编号,姓名,职位,邮箱,电话,备注"
    imported(
        "people", f"{header}\nLB-01,{NAME},{NAME}总监,{MAIL},139-0731 8846,{NAME}爱喝茶\nLB-01,{OTHERS},,,,\n"
    )
    contact = Contact.objects.get(name=NAME)
    case = open_case(vendor.luban, Opening(text=f"{SECRET}\n另有一事", reporter=contact), by=zhou)
    writing.customer_wrote(case, f"请打 139-0731-8846 找我。{SECRET}", by=zhou, contact=contact)
    writing.customer_wrote(case, QUIET, by=zhou, contact=contact, is_confidential=True)
    writing.write(case, Writing(Audience.CUSTOMER, f"{NAME}您好，您说的“{SECRET}”收到"), by=zhou)
    writing.write(
        case, Writing(Audience.NOTE, f"先联系{NAME}（+86 139 0731 8846, Qiguan.Huan@Luban.example）"), by=zhou
    )
    satisfying.say(case, f"{NAME}能自己导出", by=zhou, contact=f"contact:{contact.pk}")
    other = open_case(vendor.star_river, Opening(text="账单对不上，星河的人"), by=zhou)
    writing.write(other, Writing(Audience.NOTE, f"鲁班的{NAME}介绍来的"), by=zhou)
    promise = promising.promise(
        vendor.luban, what=f"给{NAME}开导出权限", due_on=TODAY + timedelta(days=9), by_person=vendor["zhou"],
        to_contact=contact, by=zhou,
    )  # fmt: skip
    moving.move(promise, to_day=TODAY + timedelta(days=12), word="晚三天也行，罘", word_of=NAME, by=zhou)
    talk = noting.note(vendor.luban, held_on=TODAY, subject=f"见{NAME}", by=vendor.actor("pan"))
    saying.say(talk, TalkPoint.Kind.PERSON, f"{NAME}要走了", by=vendor.actor("pan"))
    drafting.keep(zhou, f"case-reply:{case.pk}", {"text": f"{NAME}您好"})
    visiting.note(references.to("contact", contact.pk), by=zhou)
    now = clock.now()
    SavedView.objects.create(
        listing="cases", name=f"{NAME}的单子", query="q=%E4%BA%93%E5%AE%98%E9%B9%AE", owner=vendor["zhou"], made_at=now,
        changed_at=now,
    )  # fmt: skip
    return Told(vendor, contact, case, other, _file(case, contact, zhou))


def _file(case: Case, contact: Contact, zhou: object) -> Path:
    """A file beside the person's own message."""
    attached = attaching.attach(case, BytesIO(f"{NAME} {PHONE}\n".encode()), f"{NAME}.txt", by=zhou)  # type: ignore[arg-type]
    message = Message.objects.filter(contact=contact).first()
    Attachment.objects.filter(pk=attached.pk).update(message=message)
    return Path(settings.FILES_FOLDER) / attached.path


def order(one: Told, *, by: str = "zhou", contact: Contact | None = None) -> Order:
    """Order that the person be erased."""
    said: dict[str, Any] = {
        "ground": Ground.REQUEST,
        "reason": f"{NAME}本人来信要求",
        "request_reference": f"{NAME}来信 7",
    }
    return asking.ask(
        one.vendor.luban, contact or one.contact, by=one.vendor.actor(by), also=["亓官经理罘"], **said
    )


def confirmed(one: Told) -> Order:
    """Order it as Zhou and confirm it as He; nothing is carried out yet."""
    return deciding.confirm(order(one), by=one.vendor.actor("he"))


def erased(one: Told) -> Order:
    """The same, and its rows and files are gone; what the database keeps is not looked at."""
    made = confirmed(one)
    carrying_out.erase_rows(made.pk)
    carrying_out.erase_files(made.pk)
    return Order.objects.get(pk=made.pk)

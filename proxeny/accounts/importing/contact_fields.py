"""What a file of people may tell, under the names that people and programs give it."""

from proxeny.accounts.importing.account_fields import REFERENCE_NAMES
from proxeny.accounts.models import Contact
from proxeny.core.sentences import N_
from proxeny.intake.tabular.fields import Field, Kind

PARTS = {
    Contact.Part.USER.value: ("业务", "业务方", "使用方", "用户", "business", "business user", "end user"),
    Contact.Part.IT.value: ("信息", "信息化", "技术", "IT部门", "technical", "technology"),
    Contact.Part.PURCHASING.value: ("采购", "商务", "采购方", "procurement", "purchase", "buyer"),
    Contact.Part.BOSS.value: (
        "老板",
        "决策者",
        "高层",
        "总经理",
        "executive",
        "management",
        "decision maker",
    ),
}
STANCES = {
    Contact.Stance.ALLY.value: ("盟友", "支持者", "champion", "advocate"),
    Contact.Stance.FRIENDLY.value: ("友好", "支持", "positive", "supporter"),
    Contact.Stance.NEUTRAL.value: ("中立", "一般"),
    Contact.Stance.CRITICAL.value: ("批评", "不满", "negative", "skeptic"),
    Contact.Stance.OPPOSED.value: ("反对", "对立", "opponent", "blocker", "detractor"),
    Contact.Stance.UNKNOWN.value: ("未知", "不明", "不清楚", "not known"),
}
INFLUENCE = {
    str(Contact.Influence.LITTLE.value): ("little", "不大", "小", "低", "low"),
    str(Contact.Influence.SOME.value): ("some", "有些", "中", "一般", "medium"),
    str(Contact.Influence.MUCH.value): ("much", "有分量", "大", "高", "high"),
    str(Contact.Influence.DECIDES.value): ("decides", "拍板", "决策", "决定", "decision maker"),
}

ACCOUNT = Field(
    "account",
    Kind.REFERENCE,
    required=True,
    synonyms=(*REFERENCE_NAMES, "customer", "company", "客户", "公司"),
    max_length=120,
    label=N_("customer number"),
    help=N_("Whom the row belongs to; the customer must have been added before."),
)
FIELDS: tuple[Field, ...] = (
    ACCOUNT,
    Field(
        "name",
        required=True,
        synonyms=("full name", "contact", "contact name", "person", "姓名", "联系人", "联系人姓名", "名字"),
        max_length=120,
        label=N_("name"),
    ),
    Field(
        "part",
        Kind.CHOICE,
        synonyms=("side", "role", "buying role", "部分", "角色", "所属方", "身份"),
        choices=PARTS,
        label=N_("part"),
    ),
    Field(
        "title",
        synonyms=("position", "job title", "job", "职位", "职务", "岗位"),
        max_length=120,
        label=N_("position"),
    ),
    Field(
        "email",
        Kind.EMAIL,
        synonyms=("mail", "e-mail", "email address", "邮箱", "电子邮箱", "电子邮件", "邮件"),
        max_length=254,
        label=N_("mail"),
        help=N_("A row is matched by customer and mail; without a mail, by customer and name."),
    ),
    Field(
        "phone",
        Kind.PHONE,
        synonyms=(
            "telephone",
            "mobile",
            "phone number",
            "mobile phone",
            "电话",
            "手机",
            "手机号",
            "联系电话",
            "座机",
        ),
        max_length=40,
        label=N_("phone"),
    ),
    Field(
        "stance",
        Kind.CHOICE,
        synonyms=("attitude", "sentiment", "态度", "立场"),
        choices=STANCES,
        label=N_("stance"),
    ),
    Field(
        "influence",
        Kind.CHOICE,
        synonyms=("weight", "power", "影响力", "影响", "话语权"),
        choices=INFLUENCE,
        label=N_("influence"),
    ),
    Field(
        "is_sponsor",
        Kind.BOOLEAN,
        synonyms=("sponsor", "our sponsor", "发起人", "是否发起人", "支持人"),
        label=N_("our sponsor"),
    ),
    Field(
        "left_on",
        Kind.DATE,
        synonyms=("left", "left company", "离职日期", "离开日期", "离职"),
        label=N_("left on"),
    ),
    Field(
        "note",
        synonyms=("notes", "remark", "remarks", "comment", "备注", "说明"),
        max_length=20_000,
        label=N_("note"),
    ),
)

"""Who works at 云梯科技: about forty people in nine teams. All names are invented."""

from proxeny.demo.vendor import Colleague

OWNER, LEAD, SPOKESPERSON, SALES = "owner", "lead", "spokesperson", "sales"
PRODUCT, ENGINEER, AUDITOR = "product", "engineer", "auditor"

# team: sign-in name, name and role of each member; the first one heads the team
_TEAMS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "管理层": (("shen", "沈岩", OWNER), ("fang", "方若水", OWNER), ("gu", "顾清", AUDITOR)),
    "客户成功部": (
        ("lin", "林澜", LEAD),
        ("zhou", "周敏", SPOKESPERSON),
        ("he", "何晴", SPOKESPERSON),
        ("tang", "唐越", SPOKESPERSON),
        ("su", "苏禾", SPOKESPERSON),
        ("xie", "谢宁", SPOKESPERSON),
        ("pan", "潘屿", SPOKESPERSON),
    ),
    "销售部": (
        ("jia", "贾峰", SALES),
        ("qin", "秦朗", SALES),
        ("yao", "姚芊", SALES),
        ("bai", "白帆", SALES),
        ("dou", "窦一川", SALES),
    ),
    "产品部": (("lu", "陆遥", PRODUCT), ("jiang", "江以宁", PRODUCT), ("ning", "宁可", PRODUCT)),
    "存储组": (
        ("wang", "王崧", ENGINEER),
        ("kong", "孔立", ENGINEER),
        ("meng", "孟星野", ENGINEER),
        ("yuan", "袁柏", ENGINEER),
    ),
    "网络组": (
        ("zhang", "张牧", ENGINEER),
        ("shi", "石溪", ENGINEER),
        ("ding", "丁一鸣", ENGINEER),
    ),
    "计算组": (
        ("luo", "罗川", ENGINEER),
        ("qi", "戚望", ENGINEER),
        ("wen", "文澈", ENGINEER),
        ("tao", "陶冶", ENGINEER),
    ),
    "应用研发组": (
        ("xu", "徐砚", ENGINEER),
        ("cen", "岑安", ENGINEER),
        ("yin", "尹棠", ENGINEER),
        ("hua", "华予", ENGINEER),
        ("lei", "雷鸣谦", ENGINEER),
        ("mo", "莫向晚", ENGINEER),
    ),
    "技术支持组": (
        ("hou", "侯亮", ENGINEER),
        ("fu", "傅晓", ENGINEER),
        ("ke", "柯南星", ENGINEER),
        ("nie", "聂双", ENGINEER),
    ),
    "财务与行政": (("cui", "崔默", ""), ("gong", "龚莉", "")),
}

_SIGN_IN = {"shen", "gu", "lin", "zhou", "he", "tang", "jia", "lu", "wang", "zhang"}


def colleagues() -> tuple[Colleague, ...]:
    """Return everybody, team by team."""
    return tuple(
        Colleague(
            username,
            name,
            team,
            (role,) if role else (),
            heads_team=position == 0,
            signs_in=username in _SIGN_IN,
        )
        for team, members in _TEAMS.items()
        for position, (username, name, role) in enumerate(members)
    )

"""The cases that are told of one by one: what was written, found and done, in the order in which it happened."""

from proxeny.cases.models import Cause, Kind, Severity
from proxeny.demo.case_words import (
    CUSTOMER,
    NOTE,
    PATH,
    Asks,
    CustomerWrites,
    Learns,
    Matter,
    Proposes,
    Solves,
    Told,
    Views,
    Writes,
)

TOLD: tuple[Told, ...] = (
    # Sent back: the question is still without a way ahead.
    Told(
        "YT-1001",
        "Confluence 的表格编辑比你们顺手太多了",
        "纪舒",
        severity=Severity.HIGH,
        product="知识库",
        began=(1, "15:40"),
        acts=(
            Writes(
                (1, "16:05"),
                CUSTOMER,
                "纪老师，看到了。我先照您周报里的那张表，在咱们知识库里做一遍，看卡在哪一步。",
            ),
            CustomerWrites((0, "08:55"), "纪舒", "主要是合并单元格和多级表头，我们财务的周报全是这个。"),
            Asks(
                "纪舒",
                on_behalf_of="纪舒",
                decides="柳闻",
                pays="柳闻",
                hopes="编辑体验不比原来差，同事愿意搬过来",
            ),
        ),
    ),
    # Two views: business first.
    Told(
        "YT-1004",
        "收款的时候要改价，两个不能同时做",
        "韩小燕",
        severity=Severity.HIGH,
        product="收银",
        began=(9, "06:20"),
        acts=(
            Writes((9, "06:28"), CUSTOMER, "小燕姐，先别急，档口现在排几个人？我看一下单子。"),
            CustomerWrites((9, "06:31"), "韩小燕", "十来个人，收着钱老客要抹零，改价就得退出来重来。"),
            Matter(
                (9, "06:45"),
                Kind.NEED,
                Cause.PRODUCT,
                "早市档口，一台收银机，高峰每小时 80 单",
                "收着钱就能给老客抹零，不让后面的人等",
            ),
            Asks(
                "韩小燕", on_behalf_of="韩大勇", decides="韩大勇", pays="韩大勇", hopes="早市不排队，账对得上"
            ),
            Writes(
                (9, "06:50"),
                NOTE,
                "产品上确实做不到同时进行。问了跑过档口的同事：先改价再收款，账一样是对的。",
            ),
            Views(
                (9, "06:58"),
                "先改价、再收款，分两步走，账面不会错，每单多点一下。",
                "改价和收款共用同一张单据锁，同时进行会留下半张单。",
                clumsier="每单多点一下，约 2 秒",
                hidden_bug="收款中强行改价会触发单据锁的老问题",
            ),
            Proposes(
                (9, "07:02"), PATH, "教档口先改价再收款，做一张贴在机器旁的小卡片", owner="zhou", in_days=1
            ),
            Writes(
                (9, "07:05"),
                CUSTOMER,
                "小燕姐，这样做就行：先点“改价”，再点“收款”，两步分开，账是对的，每单多点一下。"
                "为什么不能一起：改价和收款用的是同一张单子，一起做会留下半张单。卡片我明早 5 点带到档口。",
            ),
            CustomerWrites((8, "10:12"), "韩大勇", "行，今早没排队。"),
            Solves((8, "10:30"), "改为先改价后收款，卡片贴在机器旁", "行，今早没排队。"),
            Learns(
                (7, "09:00"),
                "现场的动作是并行的，产品按单据锁设计成串行",
                "先改价后收款不动数据，当天就能用；等产品改要一个季度",
                "新档口培训里先教这一步；单据锁的问题登记给产品",
            ),
        ),
    ),
    # Three that look alike: an old bug, a new need, a broken promise.
    Told(
        "YT-1007",
        "导出运单报表超时",
        "童瑶",
        severity=Severity.HIGH,
        product="数据中台",
        began=(2, "10:10"),
        acts=(
            Writes(
                (2, "10:22"),
                CUSTOMER,
                "童主任，收到。您导的是哪个时间段、多少行？我这边同时看后台。",
                waits_for="导出的时间段和行数",
            ),
            CustomerWrites((2, "11:05"), "童瑶", "9 月到 11 月，大概 40 万行，转圈五分钟就断了。"),
        ),
    ),
    Told(
        "YT-1006",
        "月底导出超时，门店等着对账",
        "米冬",
        product="数据中台",
        began=(1, "17:20"),
        acts=(Writes((1, "17:31"), CUSTOMER, "米老师，我先把今晚要的那份替您跑出来，7 点前发到群里。"),),
    ),
    Told(
        "YT-1020",
        "导出还是超时，说好三月底修的",
        "皓月",
        severity=Severity.HIGH,
        product="数据中台",
        began=(0, "08:30"),
        acts=(),
    ),
    # Who asks, who uses, who pays.
    Told(
        "YT-1013",
        "能不能不经过 IT 直接把物流数据接进来",
        "欧阳净",
        product="数据中台",
        began=(6, "14:00"),
        acts=(
            Writes(
                (6, "14:20"),
                CUSTOMER,
                "欧阳老师，明白您想早点看到在途数据。我先和您这边的 IT 一起看接口能不能开。",
            ),
            Asks(
                "欧阳净",
                on_behalf_of="欧阳净",
                decides="安知远",
                pays="屠文石",
                hopes="IT 给个准话：能还是不能",
            ),
            Writes((6, "15:10"), NOTE, "业务在压 IT，IT 其实不想做，来问我们“行不行”。先别替 IT 答应。"),
        ),
    ),
    Told(
        "YT-1013",
        "想重建基础架构，问问你们的价值在哪里",
        "安知远",
        product="云主机",
        began=(12, "09:30"),
        acts=(
            Writes(
                (12, "10:05"),
                CUSTOMER,
                "安总，我先问三件事：现在最耗人的是哪一段、哪些系统今年不能动、谁会看结果。周四我带着初稿过去。",
            ),
            CustomerWrites((11, "16:40"), "安知远", "最耗人的是夜里扩容，全靠人守着。ERP 今年不能动。"),
            Matter(
                (11, "17:00"),
                Kind.CHANGE,
                Cause.ORGANISATION,
                "两地三个机房，ERP 今年不能动",
                "夜里不用人守着扩容",
            ),
            Asks(
                "安知远",
                on_behalf_of="安知远",
                decides="屠文石",
                pays="屠文石",
                hopes="说得清楚值多少，能报给总经理",
            ),
            Proposes(
                (10, "11:00"), PATH, "先把夜里扩容这一段做成自动的，两周出试点结果", owner="zhou", in_days=14
            ),
        ),
    ),
    Told(
        "YT-1013",
        "“试一下你们那个新功能”",
        "柏小满",
        severity=Severity.LOW,
        product="数据中台",
        began=(3, "11:15"),
        acts=(
            Writes(
                (3, "11:50"),
                CUSTOMER,
                "小满老师，想试的是哪一个？是安总想看吗？我准备一个能直接点的环境。",
                waits_for="想试哪个功能，谁要看",
            ),
            Asks(
                "柏小满",
                on_behalf_of="安知远",
                decides="安知远",
                pays="屠文石",
                hopes="总监想尝个新鲜，看着有意思就行",
            ),
        ),
    ),
)

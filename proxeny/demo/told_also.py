"""More cases that are told of one by one: put off, under way, sent round in a circle, given to sales."""

from proxeny.cases.models import Cause, Kind, Severity
from proxeny.demo.case_words import (
    CUSTOMER,
    NOT_NOW,
    NOTE,
    PATH,
    SALES,
    Asks,
    CustomerWrites,
    Finds,
    Matter,
    Proposes,
    Told,
    Waits,
    Writes,
)
from proxeny.demo.ordering import Moves, Orders

ALSO_TOLD: tuple[Told, ...] = (
    # Not now, with a day on which we look again; it has come.
    Told(
        "YT-1002",
        "报表想直接推到企业微信",
        "谭秋实",
        product="数据中台",
        began=(34, "10:00"),
        acts=(
            Writes((34, "10:30"), CUSTOMER, "谭总监，这个我先弄清楚：推给谁、几点推、看完要做什么。"),
            CustomerWrites((33, "09:10"), "谭秋实", "推给各厂长，早上 7 点，看昨天的产量。"),
            Matter(
                (33, "09:30"),
                Kind.NEED,
                Cause.DATA,
                "七个厂，标准版，没有数据接口",
                "厂长早上 7 点看到昨天的产量",
            ),
            Asks("谭秋实", on_behalf_of="石维扬", decides="石维扬", pays="石维扬", hopes="早会前人人有数"),
            Proposes(
                (31, "16:00"),
                NOT_NOW,
                "现在不能直接推到企业微信",
                because="标准版不含数据接口，客户没有 IT 负责人",
                in_days=31,
            ),
        ),
    ),
    # An incident that is under way.
    Told(
        "YT-1011",
        "交易系统 14 日 10 点是不是平台故障",
        "沙澜",
        severity=Severity.CRITICAL,
        product="云主机",
        began=(7, "09:20"),
        acts=(
            Writes(
                (7, "09:31"),
                CUSTOMER,
                "沙总，收到。我正在和技术核对 14 日 9:50 到 10:20 的监控，今天 12 点前给您书面的时间线。",
            ),
            Writes((7, "09:40"), NOTE, "采购来问，技术是盟友。怎么说之前先和景总监通个气。"),
            Matter(
                (7, "11:00"),
                Kind.INCIDENT,
                Cause.PRODUCT,
                "华东一区，交易库主节点",
                "弄清楚是谁的原因，能不能写进年度评估",
            ),
            Proposes((7, "11:40"), PATH, "出一份双方核对过的时间线，由技术先看", owner="lin", in_days=4),
            Orders(
                (1, "15:20"),
                "存储组",
                "给出 14 日 9:50 到 10:20 交易库主节点的监控和时间线，要能给客户看",
                symptom="主节点读写变慢",
                product="云存储",
                moves=(Moves(35, "accept", "wang"),),
            ),
            Orders(
                (1, "15:40"),
                "网络组",
                "对一遍 14 日 10 点前后华东一区的链路告警，有没有丢包",
                symptom="链路告警",
                product="云计算",
            ),
        ),
    ),
    # Sent round in a circle: it waits for somebody to say who does it.
    Told(
        "YT-1056",
        "夜里录像写不进去，早上丢了四十分钟",
        "值班室",
        severity=Severity.HIGH,
        product="对象存储",
        began=(6, "08:10"),
        acts=(
            Writes(
                (6, "08:19"),
                CUSTOMER,
                "收到，丢的时间段我这边先记下来。今天 11 点前告诉您是哪一段出的问题、由谁在处理。",
            ),
            Matter(
                (6, "08:40"),
                Kind.INCIDENT,
                Cause.PRODUCT,
                "青岛机房，128 路摄像头夜间写入",
                "录像不能断，消防检查要调",
            ),
            Orders(
                (6, "09:05"),
                "存储组",
                "查清夜里 2 点到 2 点 40 分为什么写不进去，并保证今晚不再断",
                symptom="对象存储夜间写入失败",
                product="云存储",
                moves=(
                    Moves(
                        190,
                        "return",
                        "kong",
                        "盘和集群都正常，写请求没有到我们这里，是网络的问题。",
                        "网络组",
                    ),
                    Moves(215, "pass on", text="存储说请求没到，请看这一段链路。", team="网络组"),
                    Moves(1500, "return", "shi", "链路没有丢包，是虚机那边自己断的连接。", "计算组"),
                    Moves(1530, "pass on", team="计算组"),
                    Moves(4400, "return", "qi", "虚机日志里是存储返回的超时，还是要存储看。", "存储组"),
                ),
            ),
            Proposes(
                (6, "09:30"),
                PATH,
                "今晚起先写到本机缓存，断了也不丢；同时查断在哪里",
                owner="zhou",
                in_days=2,
            ),
            CustomerWrites((2, "08:05"), "值班室", "昨晚又断了十分钟。到底是你们谁在管？"),
        ),
    ),
    # Given to sales: commercial words do not belong into an answer of ours.
    Told(
        "YT-1007",
        "明年框架价能不能再谈",
        "蒋川流",
        severity=Severity.LOW,
        began=(4, "15:00"),
        acts=(
            Writes(
                (4, "15:20"), SALES, "蒋总监又问明年的价格，我没有接。前两次的口径在客户档案里，请你来答。"
            ),
            Writes(
                (4, "15:25"), CUSTOMER, "蒋总监，价格的事由我们的销售同事直接和您对，我已经请他今天联系您。"
            ),
            Proposes((4, "15:26"), PATH, "销售同事当天联系采购", owner="jia", in_days=0),
            Finds((3, "10:00"), "销售已经约了周五"),
        ),
    ),
    Told(
        "YT-1003",
        "对账还是要 3 天",
        "盛怀安",
        severity=Severity.HIGH,
        product="对账",
        began=(5, "09:00"),
        acts=(
            Writes((5, "09:40"), CUSTOMER, "盛组长，我把上个月三天里每一步花了多久列出来，周三和您一起对。"),
            Waits((3, "18:00"), "上个月的对账底稿"),
        ),
    ),
)

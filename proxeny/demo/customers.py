"""The customers of 云梯科技. All names are invented; so are the figures."""

from datetime import date

from proxeny.demo.vendor import Customer

# number | name | industry | region | level | since | spokesperson | sales | thousand yuan a year by meter
_TABLE = """
YT-1001 | 云启科技 | 软件 | 杭州 | 重点 | 2021-04 | zhou | jia | 知识库 210, 对象存储 60, API 调用 130
YT-1002 | 和众制造 | 制造 | 苏州 | 战略 | 2020-09 | zhou | qin | 报表任务 520, 云主机 640, 数据库 180
YT-1003 | 鲁班建材 | 建材 | 济南 | 重点 | 2021-11 | zhou | jia | API 调用 480, 云主机 300, 短信 80
YT-1004 | 新发地老韩菜行 | 农产品 | 北京 | 小型 | 2023-05 | zhou | yao | 收银流水 46
YT-1005 | 候鸟旅行 | 旅游 | 成都 | 战略 | 2020-03 | zhou | qin | API 调用 1260, 短信 190, 云主机 330
YT-1006 | 小满便利 | 零售 | 南京 | 重点 | 2022-02 | zhou | yao | 收银流水 620, 对象存储 36
YT-1007 | 星河物流 | 物流 | 武汉 | 战略 | 2020-06 | zhou | jia | API 调用 2000, 对象存储 90
YT-1008 | 关山重工 | 制造 | 沈阳 | 战略 | 2020-11 | zhou | qin | 云主机 980, 对象存储 240
YT-1009 | 铁砧五金 | 批发 | 永康 | 普通 | 2023-03 | zhou | bai | 知识库 38
YT-1010 | 松涛软件 | 软件 | 西安 | 重点 | 2021-08 | zhou | jia | 云主机 410, 知识库 120
YT-1011 | 海棠保险经纪 | 金融 | 上海 | 战略 | 2020-05 | he | qin | 数据库 560, API 调用 730, 短信 240
YT-1012 | 青禾乳业 | 食品 | 呼和浩特 | 重点 | 2021-06 | he | dou | 报表任务 260, 云主机 220
YT-1013 | 安澜医药流通 | 医药 | 合肥 | 战略 | 2020-10 | he | dou | API 调用 690, 数据库 320, 对象存储 110
YT-1014 | 木槿女装 | 电商 | 广州 | 重点 | 2021-03 | he | yao | 云主机 540, 短信 260, 对象存储 95
YT-1015 | 回声语音 | 软件 | 深圳 | 重点 | 2022-09 | he | bai | API 调用 620, 云主机 380
YT-1016 | 榫卯家居 | 家居 | 佛山 | 普通 | 2022-06 | he | yao | 收银流水 42, 知识库 18
YT-1017 | 望江水务 | 公用事业 | 安庆 | 重点 | 2020-12 | he | dou | 数据库 210, 短信 130, 报表任务 70
YT-1018 | 麦垛农科 | 农业 | 郑州 | 普通 | 2022-04 | he | dou | API 调用 140, 对象存储 45
YT-1019 | 方寸支付 | 金融 | 上海 | 战略 | 2020-08 | tang | qin | API 调用 1120, 数据库 480, 短信 310
YT-1020 | 朝露口腔 | 医疗 | 宁波 | 普通 | 2022-11 | tang | bai | 短信 84, 对象存储 138
YT-1021 | 拾光影像 | 媒体 | 长沙 | 重点 | 2021-05 | tang | bai | 对象存储 380, 带宽 290
YT-1022 | 白鹭网校 | 教育 | 厦门 | 重点 | 2021-02 | tang | yao | 实时音视频 440, 对象存储 120, 短信 66
YT-1023 | 听雨轩茶业 | 零售 | 武夷山 | 普通 | 2023-01 | tang | yao | 收银流水 58, 短信 22
YT-1024 | 三余书店 | 零售 | 绍兴 | 小型 | 2023-07 | tang | yao | 收银流水 31
YT-1025 | 雁栖精密 | 制造 | 无锡 | 重点 | 2021-09 | tang | qin | 云主机 360, 报表任务 140
YT-1026 | 橘洲餐饮 | 餐饮 | 长沙 | 重点 | 2021-12 | tang | yao | 收银流水 410, 短信 76
YT-1027 | 灶台边餐饮 | 餐饮 | 重庆 | 普通 | 2022-08 | su | yao | 收银流水 160
YT-1028 | 溪山酒店 | 酒店 | 黄山 | 普通 | 2022-03 | su | dou | API 调用 120, 短信 38, 云主机 66
YT-1029 | 羽落供应链 | 物流 | 郑州 | 重点 | 2021-10 | su | jia | API 调用 430, 云主机 160
YT-1030 | 鲸落游戏 | 媒体 | 广州 | 战略 | 2020-07 | su | bai | 云主机 1340, 带宽 560, 对象存储 170
YT-1031 | 纸鸢互动 | 广告 | 北京 | 普通 | 2022-05 | su | bai | API 调用 210, 对象存储 54
YT-1032 | 砚池法务 | 法律 | 上海 | 普通 | 2022-12 | su | jia | 知识库 96, 对象存储 28
YT-1033 | 芦苇数据 | 软件 | 杭州 | 重点 | 2021-07 | su | jia | 云主机 620, 对象存储 310, API 调用 150
YT-1034 | 梧桐里物业 | 物业 | 南京 | 重点 | 2021-01 | su | dou | 短信 240, API 调用 180
YT-1035 | 驼铃跨境 | 跨境 | 义乌 | 重点 | 2022-01 | su | yao | 云主机 380, 短信 90, 带宽 120
YT-1036 | 苍山牧业 | 农业 | 大理 | 普通 | 2023-02 | xie | dou | 报表任务 52, 对象存储 19
YT-1037 | 青瓦民宿 | 酒店 | 丽江 | 小型 | 2023-08 | xie | yao | 收银流水 36, 短信 14
YT-1038 | 露水生鲜 | 电商 | 上海 | 重点 | 2021-06 | xie | yao | 收银流水 340, 云主机 210, 短信 120
YT-1039 | 川渡船务 | 物流 | 宜昌 | 普通 | 2022-10 | xie | jia | API 调用 170
YT-1040 | 杏坛康复医院 | 医疗 | 广州 | 重点 | 2021-08 | xie | dou | 数据库 240, 对象存储 150, 短信 48
YT-1041 | 柏舟律所 | 法律 | 深圳 | 普通 | 2023-04 | xie | jia | 知识库 74
YT-1042 | 石榴籽社区 | 物业 | 乌鲁木齐 | 普通 | 2022-09 | xie | dou | 短信 92, 收银流水 44
YT-1043 | 蓝桥汽配 | 批发 | 长春 | 普通 | 2022-07 | xie | qin | API 调用 150, 知识库 30
YT-1044 | 垄上农资 | 农业 | 哈尔滨 | 普通 | 2023-01 | xie | dou | 知识库 24
YT-1045 | 雪线冷链 | 冷链 | 大连 | 重点 | 2021-04 | pan | jia | API 调用 390, 短信 60
YT-1046 | 洛水电气 | 制造 | 洛阳 | 重点 | 2021-11 | pan | qin | 云主机 280, 数据库 120
YT-1047 | 百炼钢构 | 制造 | 唐山 | 普通 | 2022-06 | pan | qin | 报表任务 130, 对象存储 48
YT-1048 | 乌篷文旅 | 旅游 | 绍兴 | 普通 | 2022-02 | pan | yao | API 调用 230, 短信 52
YT-1049 | 汇澜租赁 | 金融 | 天津 | 重点 | 2021-05 | pan | qin | 数据库 260, API 调用 190
YT-1050 | 萤火早教 | 教育 | 武汉 | 普通 | 2023-06 | pan | yao | 短信 41, 实时音视频 88
YT-1051 | 归雁快运 | 物流 | 石家庄 | 重点 | 2021-12 | pan | jia | API 调用 560, 短信 130
YT-1052 | 风筝线玩具 | 制造 | 汕头 | 普通 | 2023-03 | pan | bai | 云主机 84
YT-1053 | 九衢分销 | 批发 | 临沂 | 战略 | 2020-04 | pan | bai | API 调用 260, 云主机 190
YT-1054 | 丰穗粮油 | 食品 | 襄阳 | 普通 | 2022-11 | pan | dou | 报表任务 68, 收银流水 62
YT-1055 | 渔火水产 | 农产品 | 舟山 | 小型 | 2023-09 | zhou | yao | 收银流水 39
YT-1056 | 守夜人安防 | 能源 | 青岛 | 重点 | 2021-03 | zhou | bai | 对象存储 290, 带宽 110
YT-1057 | 碧梧新能源 | 能源 | 盐城 | 重点 | 2022-05 | he | dou | API 调用 330, 数据库 140
YT-1058 | 南窗光伏 | 能源 | 银川 | 普通 | -14 | tang | dou | API 调用 120
YT-1059 | 墨斗设计 | 设计 | 成都 | 普通 | -9 | su | jia | 云主机 96, 对象存储 60
YT-1060 | 折柳文创 | 电商 | 扬州 | 小型 | -1 | xie | yao | 收银流水 28
"""

_OVERDRAFT = {"YT-1005", "YT-1007", "YT-1011", "YT-1019", "YT-1030"}
_CREDIT_SHARE = {"战略": 0.25, "重点": 0.15, "普通": 0.08, "小型": 0.0}


def customers(today: date) -> tuple[Customer, ...]:
    """Return all customers; a `since` below zero in the table counts months back from `today`."""
    return tuple(_customer(line, today) for line in _TABLE.strip().splitlines())


def _customer(line: str, today: date) -> Customer:
    reference, name, industry, region, level, since, spokesperson, sales, meters = line.split(" | ")
    parts = (meter.rsplit(" ", 1) for meter in meters.split(", "))
    yearly = {meter: int(thousands) * 1000 for meter, thousands in parts}
    return Customer(
        reference=reference,
        name=name,
        industry=industry,
        region=region,
        level=level,
        since=_since(since, today),
        spokesperson=spokesperson,
        sales=sales,
        meters=yearly,
        credit_limit=round(sum(yearly.values()) * _CREDIT_SHARE[level] / 10_000) * 10_000,
        may_overdraw=reference in _OVERDRAFT,
    )


def _since(text: str, today: date) -> date:
    if text.startswith("-"):
        months = today.year * 12 + today.month - 1 + int(text)
        return date(months // 12, months % 12 + 1, 1)
    year, month = map(int, text.split("-"))
    return date(year, month, 1)

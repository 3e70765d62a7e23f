"""Made-up company names, and the slips with which people type them."""

import random
from collections.abc import Iterator


def pairs(text: str) -> list[str]:
    """Return the words of two characters that stand in `text` one after the other."""
    return [text[at : at + 2] for at in range(0, len(text), 2)]


PLACES = pairs("上海北京深圳广州杭州成都重庆武汉南京苏州西安青岛宁波长沙厦门天津东莞佛山合肥郑州")
OWN = pairs(
    "鲁班星河云启蓝湖青松金桥远山海川恒信中天华光天行卓越明德广源正泰联创同济瑞丰盛世宏图智远博雅"
    "万象新禾东方银杏长风白鹭飞鸿龙腾锦程安达凌云南山朗润宁静兰亭嘉禾百川晨曦双桥石榴春晓清泉扬帆"
    "启明望岳竹里山城江南塞北雪莲红杉紫荆丹枫沧海鼎盛巨石大地"
)
MIDDLES = list("科泰源达通信诚创海力腾华润邦德嘉维安")
TRADES = pairs(
    "建材物流科技食品医药化工电子网络传媒教育纺织机械能源环保贸易文化餐饮服装汽车金融农业家居旅游印刷软件仪器光学照明船舶航空"
)
TAILS = ["", "", "有限公司", "科技有限公司", "集团", "股份有限公司"]
NEIGHBOURS = {
    "a": "sqz",
    "b": "vn",
    "c": "xv",
    "d": "sf",
    "e": "wr",
    "f": "dg",
    "g": "fh",
    "h": "gj",
    "i": "uo",
    "j": "hk",
}
NEIGHBOURS |= {
    "k": "jl",
    "l": "ko",
    "m": "n",
    "n": "bm",
    "o": "ip",
    "p": "o",
    "q": "wa",
    "r": "et",
    "s": "ad",
    "t": "ry",
}
NEIGHBOURS |= {"u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "xa"}
SOUTHERN = [
    ("zh", "z"),
    ("sh", "s"),
    ("ch", "c"),
    ("ang", "an"),
    ("eng", "en"),
    ("ing", "in"),
    ("l", "n"),
    ("n", "l"),
]


def names(count: int, seed: int = 7) -> list[str]:
    """Return so many different names, the same ones for the same seed."""
    chance, made = random.Random(seed), dict[str, None]()
    while len(made) < count:
        place = chance.choice(PLACES) if chance.random() < 0.4 else ""
        middle = chance.choice(MIDDLES) if chance.random() < 0.6 else ""
        made[place + chance.choice(OWN) + middle + chance.choice(TRADES) + chance.choice(TAILS)] = None
    return list(made)


def slips(pinyin: str, seed: int) -> Iterator[tuple[str, str]]:
    """Return one slip of each sort that the pinyin allows, with the name of the sort."""
    chance = random.Random(seed)
    at = chance.randrange(1, len(pinyin) - 1)
    yield "wrong", pinyin[:at] + chance.choice(NEIGHBOURS[pinyin[at]]) + pinyin[at + 1 :]
    yield "missing", pinyin[:at] + pinyin[at + 1 :]
    yield "doubled", pinyin[:at] + pinyin[at] + pinyin[at:]
    yield "swapped", pinyin[:at] + pinyin[at + 1] + pinyin[at] + pinyin[at + 2 :]
    for ours, theirs in SOUTHERN:
        if ours in pinyin:
            yield f"{ours} as {theirs}", pinyin.replace(ours, theirs, 1)

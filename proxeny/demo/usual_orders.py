"""The orders of a usual year: which team is asked for what, how long it takes, and that some come back."""

import random

from proxeny.demo.ordering import Moves, Orders

_TEAMS = {
    "存储组": ("wang", "kong", "meng", "yuan"),
    "网络组": ("zhang", "shi", "ding"),
    "计算组": ("luo", "qi", "wen", "tao"),
    "应用研发组": ("xu", "cen", "yin", "hua", "lei", "mo"),
}
_ASKED = {"product": "应用研发组", "data": "存储组", "process": "网络组", "organisation": "计算组"}
ORDERED_FOR = {"defect", "incident"}
_RETURNED = "看过了，不在我们这一段：请转给{team}。"


def usual_order(days: int, path: str, kind: str, cause: str, chance: random.Random) -> Orders | None:
    """Return the order of a usual case that began so many days ago; what is only asked, and one in seven, needs none.

    The storage team has become quicker over the year, the team of applications slower: so the records have something to say.
    """
    if kind not in ORDERED_FOR or chance.random() > 0.86:
        return None
    team = _ASKED[cause]
    slower = {"存储组": 0.4 + days / 150, "应用研发组": 2.0 - days / 200}.get(team, 1.0)
    moves, at = [], 0
    if chance.random() < 0.18:
        other = chance.choice([one for one in _TEAMS if one != team])
        at += int(chance.lognormvariate(4.0, 0.5) * slower)
        moves.append(Moves(at, "return", chance.choice(_TEAMS[team]), _RETURNED.format(team=other), other))
        at += chance.randrange(10, 90)
        moves.append(Moves(at, "pass on", team=other))
        team = other
    who = chance.choice(_TEAMS[team])
    at += int(chance.lognormvariate(3.2, 0.5) * slower) + 1
    moves.append(Moves(at, "accept", who))
    at += int(chance.lognormvariate(6.0, 0.5) * slower) + 5
    moves.append(Moves(at, "done", who, "做完了，请客户看一下。"))
    moves.append(Moves(at + chance.randrange(30, 600), "confirm", text="客户说好了"))
    return Orders((days, "11:30"), _ASKED[cause], path, moves=tuple(moves))

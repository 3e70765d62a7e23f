"""Made-up reports of which the truth is known: filled-in templates with edits and own sentences, and freely written ones."""

import re
import time
from dataclasses import dataclass

import numpy as np

from proxeny.analytics.boilerplate import Document, same_words
from tests.analytics.boilerplate.templates import CHINESE, ENGLISH, SWAPS
from tests.analytics.boilerplate.words import (
    DID,
    EN_DID,
    EN_WHAT,
    EN_WHEN,
    EN_WHO,
    MODULES,
    THEN,
    TRADES,
    WHAT,
    WHEN,
    WHO,
)

GREETING = "感谢您对我们工作的支持，如有任何问题请随时与您的专属顾问联系。"
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "建国明丽芳强伟敏静磊洋勇艳娟涛超"
TOWNS = "江海东南华北中天宏远新联"


@dataclass(frozen=True)
class World:
    """Documents, and for each the number of its template, -1 where it was freely written."""

    documents: list[Document]
    templates: list[int]


def made_up(
    count: int, seed: int, *, english: bool = False, customers: int = 400, long: bool = False
) -> World:
    """Write `count` reports to so many customers, three tenths of them freely; `long` ones have some 700 characters."""
    rng = np.random.default_rng(seed)
    source = ENGLISH if english else CHINESE
    documents, templates = [], []
    for _ in range(count):
        customer = int(rng.integers(customers))
        names = _names(customer, english=english)
        template = -1 if rng.random() < 0.3 else int(rng.integers(len(source)))
        text = ""
        for section in range(template, template + (3 if long else 1)) if template >= 0 else ():
            text += _edited(rng, _filled(rng, source[section % len(source)], names), english=english)
        enough = 750 if long else 400 if english else 160
        while len(text) < enough and (template < 0 or long):
            text += _own(rng, english=english)
        if rng.random() < 0.5 and not english:
            text += GREETING
        documents.append(Document(str(customer), text, names))
        templates.append(template)
    return World(documents, templates)


def _names(customer: int, *, english: bool) -> tuple[str, str]:
    if english:
        return (
            f"Firm {chr(65 + customer % 26)}{chr(65 + customer // 26 % 26)}",
            f"Ms {chr(65 + customer % 23)}ohl",
        )
    town = TOWNS[customer % len(TOWNS)] + TOWNS[customer // 7 % len(TOWNS)]
    person = SURNAMES[customer % len(SURNAMES)] + GIVEN[customer // 3 % len(GIVEN)]
    return f"{town}{TRADES[customer % len(TRADES)]}", f"{person}经理"


def _filled(rng: np.random.Generator, template: str, names: tuple[str, str]) -> str:
    def word(slot: re.Match[str]) -> str:
        made = {
            "number": str(rng.integers(2, 4000)),
            "share": f"{rng.uniform(5, 99.9):.1f}%",
            "date": f"{rng.integers(1, 13)}月{rng.integers(1, 29)}日",
            "quarter": f"2026年第{'一二三四'[rng.integers(4)]}季度",
            "module": MODULES[rng.integers(len(MODULES))],
            "company": names[0],
            "person": names[1],
        }
        return made[slot[1]]

    return re.sub(r"{(\w+)}", word, template)


def _edited(rng: np.random.Generator, text: str, *, english: bool) -> str:
    """Drop, change and add sentences, as somebody does who does not want to send the bare template."""
    end = ". " if english else "。"
    kept = []
    for sentence in text.split(end):
        fate = rng.random()
        if fate < 0.1:
            continue
        if fate < 0.4:
            kept.append(_reworded(sentence))
        else:
            kept.append(sentence)
        if fate > 0.8:
            kept.append(_own(rng, english=english).removesuffix(end))
    return end.join(kept)


def _reworded(sentence: str) -> str:
    for old, new in SWAPS:
        sentence = sentence.replace(old, new)
    return sentence


def _own(rng: np.random.Generator, *, english: bool) -> str:
    def one(of: list[str]) -> str:
        return of[rng.integers(len(of))]

    if english:
        return f"{one(EN_WHO)} {one(EN_DID)} {one(EN_WHAT)} {one(EN_WHEN)}. "
    second = f"{one(WHO)}说{one(WHAT)}和" if rng.random() < 0.6 else f"{one(WHEN)}{one(WHO)}问起"
    return f"{one(WHEN)}{one(WHO)}{one(DID)}{one(WHAT)}，{second}{one(WHAT)}{one(THEN)}。"


if __name__ == "__main__":
    reports = made_up(5000, 1, long=True)
    size = sum(len(one.text.encode()) for one in reports.documents) / 5000
    began = time.process_time()
    found = same_words(reports.documents, [GREETING])
    seconds = time.process_time() - began
    print(f"{len(found)} reports of {size:.0f} bytes: {seconds:.1f} s of one core")
    print(
        f"the same: {sum(one.is_same for one in found)} of {sum(one >= 0 for one in reports.templates)} filled in"
    )

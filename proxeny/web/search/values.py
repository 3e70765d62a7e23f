"""The values that filters take, each with what people type for it in Chinese and English."""

from collections.abc import Mapping

from proxeny.core import words
from proxeny.search.tokens import fold

ME = ("me", "我", "自己", "mine")
STATES: Mapping[str, tuple[str, ...]] = {
    "open": ("open", "未关闭", "处理中", "进行中"),
    "problem": ("problem", "问题状态", "问题"),
    "solution": ("solution", "方案状态", "方案"),
    "waiting": ("waiting", "等客户", "等待", "等客户回复"),
    "solved": ("solved", "已解决", "解决"),
    "closed": ("closed", "已关闭", "关闭"),
}
STEPS: Mapping[str, tuple[str, ...]] = {
    "responded": ("respond", "及时响应", "响应", "responded"),
    "clarified": ("clarify", "明晰问题", "明晰", "clarified"),
    "proposed": ("propose", "输出方案", "方案", "proposed"),
    "solved": ("solve", "解决问题", "解决", "solved"),
    "learned": ("learn", "其他输出", "输出", "learned"),
    "done": ("done", "走完", "完成"),
}
PRIORITIES: Mapping[str, tuple[str, ...]] = {
    str(number): (f"P{number}", f"P{number}", str(number)) for number in (1, 2, 3, 4)
}
KINDS: Mapping[str, tuple[str, ...]] = {
    "question": ("question", "咨询", "疑问", "问题"),
    "defect": ("defect", "缺陷", "bug"),
    "need": ("need", "新需求", "需求"),
    "broken-promise": ("broken-promise", "承诺未兑现", "违约", "失约"),
    "change": ("change", "变更"),
    "incident": ("incident", "故障", "事故"),
}


def meant(choices: Mapping[str, tuple[str, ...]], value: str) -> str | None:
    """Return which of the choices is meant: by one of its words, or by the beginning of one and of no other choice."""
    typed = fold(value)
    if not typed:
        return None
    exact = [name for name, said in choices.items() if typed in map(fold, said)]
    begun = [name for name, said in choices.items() if any(fold(word).startswith(typed) for word in said)]
    return exact[0] if exact else begun[0] if len(begun) == 1 else None


def offered(choices: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the words for the choices in the reader's language."""
    return [word_of(said) for said in choices.values()]


def word_of(said: tuple[str, ...]) -> str:
    """Return the word for a choice in the reader's language: the first is English, the second Chinese."""
    return said[1] if words.here() == "zh" and len(said) > 1 else said[0]

"""What sort of matter a case is, by the words of another system; most words say nothing of that."""

from collections.abc import Iterable

from proxeny.cases.models import Kind
from proxeny.tabular.folding import folded

_WORDS = {
    Kind.QUESTION: "question|how to|inquiry|enquiry|information|咨询|答疑|使用咨询|疑问|提问",
    Kind.DEFECT: "bug|defect|error|缺陷|故障缺陷|软件缺陷|产品缺陷|错误",
    Kind.NEED: "feature request|feature|new feature|improvement|enhancement|idea|story|需求|新需求|功能需求|优化建议|建议",
    Kind.CHANGE: "change|change request|变更|变更请求|配置变更",
    Kind.INCIDENT: "incident|outage|故障|事故|事件|宕机",
}
_KINDS = {folded(word): kind for kind, words in _WORDS.items() for word in words.split("|")}


def kind_of(words: Iterable[str]) -> str:
    """Return the kind that the first word of these means that means one; empty where none does."""
    return next((_KINDS[key].value for word in words if (key := folded(word)) in _KINDS), "")

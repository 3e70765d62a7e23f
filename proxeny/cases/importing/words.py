"""Words of other systems for states, severities and events, in Chinese and English; each program adds its own."""

from proxeny.cases.importing.history import Severity
from proxeny.cases.importing.told import State


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split("|"))


NOTHING = frozenset(
    _words("|(empty)|(none)|-|--|?|empty|n/a|na|nil|none|null|unassigned|—|无|未分派|未分配|未知|空")
)
"""What exports write into cells about which they know nothing."""

STATES: dict[str, tuple[str, ...]] = {
    State.OPEN: _words(
        "new|open|opened|active|in progress|assigned|accepted|to do|todo|started|work in progress|"
        "in review|under investigation|resumed|escalated|selected for development|backlog|新建|新|打开|"
        "开启|待处理|待受理|未处理|已受理|受理中|处理中|进行中|已分配|已分派|待分配|跟进中|已恢复|待办"
    ),
    State.WAITING: _words(
        "waiting|pending|waiting for customer|waiting on customer|awaiting user info|awaiting caller|"
        "awaiting customer|awaiting customer response|pending customer|waiting for user|"
        "awaiting evidence|awaiting user|snoozed|等待客户|待客户|待客户回复|待客户反馈|等待客户回复|"
        "等待用户|待用户确认|待客户确认|等待用户信息|待反馈|已暂缓"
    ),
    State.HELD: _words(
        "on hold|hold|held|awaiting vendor|awaiting problem|awaiting change|pending vendor|"
        "waiting for vendor|waiting for approval|blocked|suspended|挂起|已挂起|暂停|搁置|等待供应商|"
        "等待厂商|等待变更|阻塞"
    ),
    State.SOLVED: _words(
        "solved|resolved|done|fixed|completed|complete|answered|已解决|解决|已处理|已完成|完成|已修复|"
        "已答复|待关闭|待评价"
    ),
    State.CLOSED: _words(
        "closed|closed complete|canceled|cancelled|merged|rejected|deleted|declined|won't do|removed|"
        "已关闭|关闭|已关单|已结单|结束|已结束|已取消|取消|已作废|已归档|已合并|已删除"
    ),
    State.REOPENED: _words("reopened|re-opened|reopen|重新打开|已重开|重开|重新开启|再次打开"),
}

SEVERITIES: dict[str, tuple[str, ...]] = {
    Severity.CRITICAL: _words(
        "1 - critical|critical|urgent|blocker|highest|p0|p1|s1|sev1|sev 1|emergency|disaster|1|紧急|"
        "致命|严重|特急|一级|非常紧急|最高|阻塞|危急"
    ),
    Severity.HIGH: _words(
        "2 - high|1 - high|high|major|important|p2|s2|sev2|sev 2|3 high|2|高|重要|主要|二级|较高"
    ),
    Severity.NORMAL: _words(
        "3 - moderate|2 - medium|moderate|normal|medium|standard|p3|s3|sev3|sev 3|2 normal|3|中|普通|"
        "一般|正常|三级|中等"
    ),
    Severity.LOW: _words(
        "4 - low|3 - low|5 - planning|low|lowest|minor|trivial|planning|p4|p5|s4|sev4|sev 4|1 low|4|5|"
        "低|次要|轻微|四级|较低|最低|微小|不紧急"
    ),
}

EVENTS: dict[str, tuple[str, ...]] = {
    "opened": _words("open|created|create|new|reported|开单|新建|创建|提交|报障"),
    "assigned": _words(
        "assign|assignment|handed over|handover|transferred|transfer|moved|dispatched|accepted|派单|"
        "分派|转派|转单|移交|指派|接单|受理"
    ),
    "customer": _words(
        "customer wrote|inbound|incoming|customer message|客户留言|客户回复|客户来信|客户消息|客户"
    ),
    "reply": _words(
        "we wrote|replied|outbound|outgoing|answer|answered|public comment|回复客户|答复|我方回复|"
        "客服回复|回复"
    ),
    "note": _words("internal|internal note|comment|remark|work note|备注|内部备注|内部|工作记录|评论"),
    "waiting": _words("waiting for customer|waits|pending|等待客户|待客户|等待客户回复"),
    "held": _words("on hold|hold|挂起|暂停|搁置"),
    "resumed": _words("resume|continued|back|恢复|继续|继续处理"),
    "solved": _words("solve|resolved|resolve|done|解决|已解决|完成"),
    "closed": _words("close|cancelled|canceled|关闭|关单|结单|取消"),
    "reopened": _words("reopen|re-opened|重开|重新打开"),
    "changed": _words("change|update|updated|edited|变更|更新|修改"),
}
"""What can happen, by the words of a file with one row for each event."""

PARTS: dict[str, tuple[str, ...]] = {
    "customer": _words(
        "reporter|requester|end-user|end user|contact|caller|user|客户|用户|报障人|提单人|联系人"
    ),
    "colleague": _words("assignee|agent|admin|staff|others|support|engineer|客服|工程师|坐席|同事|我方"),
    "system": _words("bot|robot|automation|trigger|系统|机器人"),
}
"""Which side somebody who wrote is on."""

STATE_OF_EVENT: dict[str, State] = {
    "opened": State.OPEN,
    "waiting": State.WAITING,
    "held": State.HELD,
    "resumed": State.OPEN,
    "solved": State.SOLVED,
    "closed": State.CLOSED,
    "reopened": State.REOPENED,
}

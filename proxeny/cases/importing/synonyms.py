"""Every name under which files are known to hold a field, in Chinese and English, best first."""


def _names(names: str) -> tuple[str, ...]:
    return tuple(names.split("|"))


SYNONYMS: dict[str, tuple[str, ...]] = {
    "case": _names(
        "case number|ticket|ticket id|ticket number|number|incident|issue key|case id|conversation id|"
        "complaint id|id|工单号|工单编号|事件编号|事件单号|单号|编号|服务单号|案例编号|问题编号|"
        "事件单编号|事件单"
    ),
    "account": _names(
        "account number|customer number|customer id|customer|organization|organisation|company|client|"
        "客户编号|客户编码|客户|客户名称|公司|企业|单位|所属客户"
    ),
    "at": _names(
        "event time|time|timestamp|occurred at|event at|date|发生时间|时间|操作时间|事件时间|处理时间|"
        "when it happened"
    ),
    "event": _names(
        "activity|action|event type|operation|动作|操作|操作类型|事件|活动|what happened|发生了什么"
    ),
    "state": _names("status|ticket status|case status|状态|工单状态|事件状态|处理状态|当前状态"),
    "why": _names(
        "hold reason|on hold reason|pending reason|reason|挂起原因|等待原因|暂停原因|原因|why it waits"
    ),
    "team": _names(
        "group|assignment group|assigned group|queue|department|处理组|处理团队|团队|组|受理组|部门|"
        "队列|技能组"
    ),
    "person": _names(
        "assignee|assigned to|owner|agent|处理人|负责人|受理人|经办人|指派给|当前处理人|客服|"
        "who has it|在谁手上"
    ),
    "who": _names("actor|author|updated by|by|user|from|sender|操作人|作者|更新人|发送人|who did it"),
    "part": _names("role|author role|side|sender type|角色|发送方|身份|which side they are on|哪一方"),
    "internal": _names(
        "is internal|is private|private|internal note|内部|是否内部|仅内部可见|between colleagues only|"
        "仅同事可见"
    ),
    "text": _names(
        "message|comment|body|content|note|内容|留言|消息|评论|回复内容|沟通内容|what was written|写了什么"
    ),
    "message": _names("message id|comment id|消息编号|留言编号|message number"),
    "sequence": _names("seq|step|sequence number|序号|顺序|order within the case|单内顺序"),
    "reopens": _names("reopen count|reopens|重开次数|重新打开次数|times reopened"),
    "title": _names("subject|summary|short description|issue|标题|主题|摘要|工单标题|问题标题"),
    "description": _names(
        "details|narrative|complaint narrative|描述|问题描述|详情|工单描述|详细描述|事件描述"
    ),
    "reporter": _names(
        "requester|caller|contact|reported by|requested by|提交人|报障人|联系人|发起人|提单人|申请人|"
        "who asks|提出人"
    ),
    "severity": _names("priority|urgency|impact|优先级|严重程度|严重级别|紧急程度|级别|影响程度"),
    "kind": _names("category|type|ticket type|issue type|分类|类型|工单类型|一级分类|问题分类|类别"),
    "subkind": _names("subcategory|sub category|sub issue|子分类|二级分类|子类|细分|kind in detail|细分类别"),
    "product": _names("component|service|business service|module|产品|产品名称|模块|所属产品|系统"),
    "opened_at": _names(
        "created at|created|opened|date received|created on|create time|open date|创建时间|提交时间|"
        "开单时间|创建日期|受理时间|报障时间|opened on"
    ),
    "updated_at": _names("updated|last updated|updated on|更新时间|最后更新时间|修改时间|changed on"),
    "resolved_at": _names(
        "solved at|resolved|resolved on|resolution date|resolve time|解决时间|完成时间|处理完成时间|solved on"
    ),
    "closed_at": _names("closed|closed on|close time|close at|关闭时间|结单时间|关单时间|结束时间"),
}

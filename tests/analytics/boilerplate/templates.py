"""Templates of reports and replies as they are filled in for one customer after the other; written for these tests."""


def _paragraphs(text: str, between: str) -> list[str]:
    return [between.join(one.split("\n")) for one in text.strip().split("\n\n")]


CHINESE = _paragraphs(
    """
尊敬的{company}，现将贵司{quarter}的服务情况汇报如下。本季度系统整体运行平稳，可用率达到{share}，未发生一级故障。
我们共受理工单{number}个，平均首次响应时间为{number}分钟，按时解决率为{share}。在使用深度方面，
{module}模块的活跃用户较上季度增长{share}，说明业务部门已逐步形成使用习惯。
下一阶段我们将围绕数据质量与流程协同持续优化，帮助贵司进一步释放平台价值。感谢{person}一直以来的信任与支持，
我们将一如既往地做好保障工作。

{person}您好，关于您反馈的{module}导出缓慢的问题，我们已安排工程师完成初步排查。经确认是高峰时段并发任务较多，
导致队列等待时间变长。我们已将贵司的任务调整到独立队列，预计{date}前完成全部切换。切换期间不影响日常录入和查询，
请您放心使用。如仍有异常，请把出现时间和截图发给我们，我们会在{number}小时内给出进展。

本次拜访共有{number}位同事参加，{company}方面由{person}牵头。双方回顾了上半年的合作目标，
一致认为上线范围已经基本达到预期。客户重点提出三项诉求，分别是报表口径统一、权限分级管理以及移动端审批提速。
我方承诺在{date}前给出书面方案，并安排专人每周同步进展。会后请相关同事按分工推进，逾期事项需要说明原因。

根据年度成熟度评估模型，{company}目前处于第{number}级，即标准化应用阶段。该阶段的典型特征是核心流程已经线上运行，
但跨部门数据尚未完全打通。建议优先补齐主数据治理能力，再推进{module}的深度应用。
同类企业在这一阶段通常需要{number}个月，关键成功因素是管理层的持续投入。我们将提供对标材料和培训课程，
协助内部团队建立运营机制。

续约在即，特向{company}汇总过去一年的投入与收获。全年累计节省人工{number}人天，折合成本约{number}万元。
{module}覆盖的业务场景由{number}个扩展到{number}个，关键用户满意度保持在{share}以上。为保证服务连续性，
建议在{date}前完成续签流程，我们已准备好相应的报价和合同文本。若有预算方面的顾虑，也欢迎与我们坦诚沟通，
共同找到合适的方案。

关于{date}发生的服务中断，现将处理经过说明如下。当日监控发现数据库连接数持续上升，随后部分页面出现打开超时。
值班工程师在{number}分钟内完成扩容，业务在{number}分钟内恢复正常。根本原因是一条统计语句缺少索引，
在数据量增长后占用了过多资源。我们已补充索引并增加了容量告警，同时把同类语句纳入上线前检查。
对由此给{company}带来的不便，我们深表歉意。

为帮助{company}的新同事尽快上手，我们安排了本轮集中培训。培训分为基础操作、场景演练和答疑三个环节，
总时长约{number}小时。共有{number}人报名，实际到场率为{share}，课后测验平均{number}分。
多数学员表示{module}的操作路径清晰，但希望补充更多贴近岗位的案例。后续我们会把录屏和讲义放到学习中心，
并在两周后组织一次回访答疑。

项目周报，本周主要完成了{module}的字段配置与历史数据清洗。已导入记录{number}条，其中{number}条因格式不符退回客户确认。
当前整体进度为{share}，与计划基本一致。下周计划完成接口联调和第一轮用户验收，需要{person}协调业务骨干参与。
主要风险是客户侧测试环境尚未就绪，可能影响联调时间，请项目组提前关注。

{person}您好，您提的{module}批量修改需求我们已经登记，编号{number}。产品经理评估后认为该需求具有普遍性，
计划纳入后续版本统一考虑。在此之前可以先用导入模板的方式完成批量更新，步骤说明见附件。如果数据量超过{number}条，
建议分批进行并在非工作时间操作。需求状态有变化时系统会自动通知您，也可以随时向我们了解进展。

健康检查结果显示，{company}的账号登录率为{share}，处于同规模客户的中上水平。其中管理层登录偏少，
建议通过订阅周报的方式提升关注度。{module}的使用集中在少数几位骨干，存在人员变动带来的风险。数据完整率为{share}，
主要缺失字段集中在联系人和合同信息。我们建议在下个月开展一次数据补录行动，并指定专人负责验收。

版本更新通知，{module}将于{date}晚间升级，预计持续{number}分钟。升级期间系统暂停访问，请提前保存正在编辑的内容。
本次更新优化了列表加载速度，新增按部门筛选，并修复了若干显示问题。升级完成后首次打开可能需要刷新缓存，属于正常现象。
若遇到无法登录或数据显示异常，请第一时间联系{person}，我们安排了专人值守。

上线满三个月，我们对{company}的应用效果做了阶段性复盘。审批平均时长由{number}小时缩短到{number}小时，
纸质单据减少了{share}。一线员工普遍认可流程透明带来的便利，但对重复录入仍有意见。
复盘认为下一步应打通{module}与财务系统，减少手工核对。双方约定每月召开一次运营例会，持续跟踪指标变化并及时调整做法。

对账差异说明，{quarter}共发现差异{number}笔，涉及金额{number}元。其中大部分由跨月入账造成，已在次月自动冲平。
剩余{number}笔需要{company}财务提供原始凭证，以便我们逐笔核实。为避免类似情况，建议统一以业务发生日期作为归属依据，
并在{module}中启用月末锁账。核实完成后我们会出具书面确认，双方签字留存。

客户满意度回访记录，受访人为{person}，回访方式为电话。客户对响应速度表示满意，认为服务态度专业耐心。
对{module}的易用性给出{number}分，主要意见是菜单层级偏深、搜索不够准确。客户愿意向同行推荐我们的产品，
前提是移动端体验得到改善。已将意见转交产品团队，并约定{date}前反馈改进计划。
""",
    "",
)

ENGLISH = _paragraphs(
    """
Dear {person}, please find below the service review of {company} for {quarter}. Overall availability was {share} and
no major incident occurred. We handled {number} tickets with an average first response of {number} minutes. Adoption
of {module} grew by {share}, which shows that the teams have made it part of their daily routine. In the coming
quarter we will focus on data quality and on closer alignment with your business goals. We appreciate your continued
trust and remain committed to your success.

Thank you for reporting the slow export in {module}, {person}. Our engineers have finished a first analysis of the
problem. During peak hours too many jobs compete for the same workers and yours has to wait. We have moved the jobs of
{company} to a queue of their own, and the change will be complete by {date}. Entering and searching data is not
affected in the meantime. Should it happen again, send us the time and a screenshot and we will come back to you
within {number} hours.

With the renewal of {company} coming up we would like to summarise what was achieved this year. Your teams saved
{number} working days in total, worth about {number} dollars. The number of processes supported by {module} rose from
{number} to {number}. Satisfaction among key users stayed above {share} throughout. To keep the service running
without interruption we suggest signing before {date}. If there are concerns about the budget we are happy to look for
a solution together.

According to our maturity model {company} has reached level {number}, which we call standardised use. Typical of this
level is that core processes run online while data still stops at the borders of departments. We recommend to put
master data in order before {module} is rolled out further. Comparable companies needed {number} months for this step
and the support of their management made the difference. We will provide training material and help your team to set
up regular reviews.
""",
    " ",
)

SWAPS = (
    ("我们", "我方"),
    ("建议", "推荐"),
    ("完成", "做完"),
    ("及时", "尽快"),
    ("目前", "现在"),
    ("进展", "进度"),
    ("协助", "帮助"),
    ("主要", "大多"),
    ("需要", "须"),
    ("已经", "已"),
    ("We have", "We've"),
    ("which", "and this"),
    ("about", "roughly"),
    ("problem", "issue"),
    ("recommend", "advise"),
    ("complete", "finished"),
)

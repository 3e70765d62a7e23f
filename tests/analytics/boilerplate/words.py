"""Words of which freely written sentences are put together; written for these tests."""


def _words(listed: str) -> list[str]:
    return listed.strip().replace("\n", "、").split("、")


TRADES = _words("""
机械、纺织、物流、医药、建材、食品、电子、贸易、化工、能源""")
MODULES = _words("""
库存、报表、审批、排产、对账、合同、质检、费用""")
WHO = _words("""
仓库张师傅、三号车间、财务新来的会计、华南分公司、总经理办公室、采购二组、质检班长、门店店长、外包司机、法务
客户的审计、夜班组长、研发所、售后热线、驻厂代表""")
WHEN = _words("""
上周二下午、月底盘点时、台风那几天、合同到期前、换系统以后、旺季开始时、停电期间、搬厂那个月、审计进场后
年会前后、春节返工时、新规实施后""")
DID = _words("""
一直在抱怨、自己做了张表来记录、绕开流程处理了、第一次提出要看、坚持要保留、悄悄停用了、和供应商争执
重新核对了、搞错了、终于弄清楚了、拒绝签收、要求单独统计、临时改用纸质记录、反复追问""")
WHAT = _words("""
冷库的温度曲线、退货的运费、样品的批号、叉车的排班、海运提单、旧设备的折旧、客户自带的包装、返工工时
押金的归属、多出来的三箱货、代工厂的图纸、试用账号的权限、寄售商品、赠品的成本、保税料件""")
THEN = _words("""
结果少算了一成、后来发现是单位写反、老板当场拍板不改、两边各说各的、只好推到下个月、我答应回去画张流程图
这才是真正的痛点、跟合同写的不一样、没人愿意负责、其实一张看板就够、省下两个人的活、下次带工程师去看现场
他们并不想要新功能、先按老办法走、等集团的意见""")
EN_WHO = _words("""
The night shift、Their new controller、The warehouse in Lyon、Our contact's deputy、The auditors
A forklift driver、The export desk、Two of the planners、Their lawyer、The plant manager
Somebody from payroll、An intern、The owner's daughter、Their biggest dealer、The old foreman
A temp at reception、The union、Our own installer、The cleaning firm、Their bank
""")
EN_DID = _words("""
quietly stopped using、keeps a private sheet of、argued at length about、wants to see、could not find
rebuilt by hand、never agreed to、asked twice for、lost track of、insists on keeping
laughed at、photographed、is proud of、had paid twice for、threw out、translated、keeps hiding
offered to fetch、compared with last year、mixed up
""")
EN_WHAT = _words("""
the pallet counts、freight on returned goods、the batch numbers of samples、the old price list
overtime of temps、the deposit on crates、consigned stock、the drawings from the subcontractor
their cold chain log、three missing invoices、a pile of delivery notes、keys to the second gate
customs papers for Turkey、spare parts nobody ordered、the scanner with a broken screen、her own shortcuts
colour codes on the shelves、last summer's forecast、the fax machine、rules for returns、test orders
minutes of a heated meeting、wrong units、a list of birthdays
""")
EN_WHEN = _words("""
since the move to the new hall、after the storm、because the scales were off、before the board met
while the line was down、although nobody had asked、when the season began、as the contract was vague
until the owner stepped in、and blamed the scanner、without telling head office、to save a trip
on the day of our visit、so the numbers never match、which explains the calls at night
for fear of another audit、and it works well enough、in spite of the training、once a month at most
over lunch with a competitor
""")

"""Header names that people use, in English and Chinese, for tables without a standard."""

ACCOUNT = (
    "account", "account_id", "account_ref", "account_number", "customer", "customer_id", "customer_no",
    "customer_number", "customer_code", "client", "client_id", "tenant", "tenant_id", "organisation",
    "organization", "org_id", "company", "company_id", "客户编号", "客户代码", "客户号", "客户ID", "客户",
    "客户名称", "客户名", "客户简称", "账户", "账户ID", "账号", "账户编号", "租户", "租户ID", "公司",
    "公司名称", "企业", "企业名称", "单位", "用户编号",
)  # fmt: skip
METER = (
    "meter", "meter_id", "meter_name", "metric", "measure", "service", "service_name", "product",
    "product_name", "product_code", "sku", "feature", "item", "usage_type", "计量项", "计量", "计费项",
    "指标", "服务", "服务名称", "产品", "产品名称", "产品编码", "功能", "模块", "资源", "资源类型",
    "用量类型",
)  # fmt: skip
DAY = (
    "day", "date", "usage_date", "usage_day", "日期", "日", "使用日期", "用量日期", "统计日期", "账期日",
    "消费日期", "数据日期",
)  # fmt: skip
TIME = (
    "time", "timestamp", "datetime", "date_time", "invoice_date", "order_date", "transaction_date",
    "created_at", "order_time", "transaction_time", "paid_at", "时间", "交易时间", "下单时间", "订单时间",
    "订单日期", "交易日期", "开票日期", "创建时间", "消费时间", "付款时间", "支付时间", "发生时间",
)  # fmt: skip
QUANTITY = (
    "quantity", "qty", "usage", "usage_quantity", "usage_amount", "consumption", "units", "value", "volume",
    "count", "数量", "用量", "使用量", "消耗量", "消耗", "消费量", "件数", "次数", "值",
)  # fmt: skip
PRICE = (
    "price", "unit_price", "unitprice", "rate", "unit_cost", "单价", "价格", "含税单价", "销售单价",
)  # fmt: skip
AMOUNT = (
    "amount", "total", "cost", "charge", "revenue", "sales", "line_total", "total_amount", "net_amount",
    "金额", "总金额", "总价", "总额", "费用", "消费金额", "应付金额", "实付金额", "交易金额", "订单金额",
    "合计", "收入", "小计",
)  # fmt: skip
CURRENCY = (
    "currency", "currency_code", "billing_currency", "币种", "币别", "货币", "货币代码", "结算币种",
)  # fmt: skip

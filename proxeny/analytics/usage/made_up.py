"""Made-up facts in bulk, for benches: a weekly rhythm with noise, and a real fall in one series of five hundred."""

from datetime import date

from proxeny.analytics.engine import Limits, connect
from proxeny.analytics.usage.dailyfacts import DailyFacts


def facts(accounts: int, meters: int, first: date, last: date, limits: Limits | None = None) -> DailyFacts:
    """Return facts for `accounts` × `meters` on every day from `first` to `last`, the same whenever they are asked for."""
    con = connect(limits)
    con.execute(
        f"""
        CREATE TABLE facts AS
        SELECT 'A' || lpad(a::VARCHAR, 6, '0') AS account, 'meter-' || m AS meter, day::DATE AS day, 'CNY' AS currency,
            NULL::DECIMAL(38, 12) AS quantity,
            round((100 + a % 900) * (CASE WHEN isodow(day) > 5 THEN 0.6 ELSE 1.0 END)
                * (0.9 + 0.2 * (hash(a, m, day) % 1000) / 1000.0)
                * (CASE WHEN (a * {meters} + m) % 500 = 0 AND day >= DATE '2026-06-10' THEN 0.6 ELSE 1.0 END), 2
            )::DECIMAL(38, 12) AS amount,
            1::INTEGER AS lines
        FROM range(0, {accounts}) AS x(a), range(0, {meters}) AS y(m),
            range(DATE '{first}', DATE '{last}' + INTERVAL 1 DAY, INTERVAL 1 DAY) AS z(day)
        """  # noqa: S608  (numbers and dates of our own)
    )
    return DailyFacts("metered", "made-up", con)

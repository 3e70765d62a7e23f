"""The forecast on two public sets: about as good as any on the one, no better than the base rate on the other."""

import csv
import gzip
import os
from collections import Counter
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from proxeny.analytics.arrays import Floats
from proxeny.analytics.forecasts.decomposition import decompose
from proxeny.analytics.forecasts.lines import chance
from proxeny.analytics.forecasts.picture import equal_count
from proxeny.analytics.renewals import Cases, Verdict, fit

pytestmark = pytest.mark.data
DAYS = 86_400


def folder(name: str) -> Path:
    root = os.environ.get("PROXENY_TEST_DATA")
    if not root or not (Path(root) / name).is_dir():
        pytest.skip(f"PROXENY_TEST_DATA names no folder with {name} in it")
    return Path(root) / name


def rows(path: Path) -> list[dict[str, str]]:
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode()
    return list(csv.DictReader(text.splitlines()))


def shown(name: str, outcomes: Floats, said: Floats) -> float:
    auc = float(roc_auc_score(outcomes, said))
    parts = decompose(said, outcomes, equal_count(said, 10))
    corrected = parts.corrected.reliability if parts.corrected else float("nan")
    print(
        f"{name}: {len(outcomes)} held out, AUC {auc:.3f}, Brier {parts.score:.4f}, reliability {corrected:.5f}"
    )
    return auc


def telco() -> Cases:
    """No dates are known; the customers are put in an order by chance, and what stands in the file was known then."""
    known = rows(folder("telco_churn") / "telco_churn_shared.csv.gz")
    contracts = ["Month-to-month", "One year", "Two year"]
    signals = np.array(
        [
            [
                np.log1p(float(one["tenure"])),
                float(one["tenure"]),
                float(one["MonthlyCharges"]),
                one["InternetService"] == "Fiber optic",
                one["InternetService"] == "No",
                one["OnlineSecurity"] == "Yes",
                one["TechSupport"] == "Yes",
                one["PaymentMethod"] == "Electronic check",
                one["PaperlessBilling"] == "Yes",
                float(one["SeniorCitizen"]),
                one["Dependents"] == "Yes",
            ]
            for one in known
        ],
        dtype=float,
    )
    at = np.random.default_rng(20).permutation(len(known)).astype(float)
    return Cases(
        names=tuple(f"column {place}" for place in range(signals.shape[1])),
        signals=signals,
        known_at=np.broadcast_to(at[:, None], signals.shape),
        forecast_at=at,
        decided_at=at,
        outcomes=np.array([one["Churn"] == "No" for one in known], dtype=float),
        segments=np.array([contracts.index(one["Contract"]) for one in known]),
    )


def test_telephone_customers_are_foretold_as_well_as_others_do() -> None:
    cases = telco()
    learned = np.flatnonzero(cases.forecast_at < 2 / 3 * len(cases.outcomes))
    held = np.flatnonzero(cases.forecast_at >= 2 / 3 * len(cases.outcomes))
    forecaster = fit(cases.chosen(learned))
    assert forecaster.trial.verdict is Verdict.BETTER
    said = np.array([forecaster.forecast(cases.signals[one], int(cases.segments[one])).share for one in held])
    auc = shown("telco", cases.outcomes[held], said)
    assert 0.81 <= auc <= 0.87
    parts = decompose(said, cases.outcomes[held], equal_count(said, 10))
    assert parts.corrected is not None
    assert parts.corrected.reliability <= 0.002


def moment(words: str) -> float:
    return datetime.strptime(words, "%d-%m-%Y").timestamp() / DAYS


def ravenstack() -> Cases:
    """Each account as of five days, a quarter apart.

    Only who had signed up by then, with what was known by then; the outcome is whether it churned within 90 days after.
    """
    root = folder("ravenstack_saas")
    churned = _times(rows(root / "ravenstack_churn_events.csv"), "account_id", "churn_date")
    tickets = _times(rows(root / "ravenstack_supports_ticket.csv"), "account_id", "submitted_at")
    subscriptions = rows(root / "ravenstack_subscriptions.csv")
    owner = {one["subscription_id"]: one["account_id"] for one in subscriptions}
    usage: dict[str, list[float]] = {}
    for one in rows(root / "ravenstack_feature_usage.csv.gz"):
        usage.setdefault(owner.get(one["subscription_id"], ""), []).append(moment(one["usage_date"]))
    started = _times(subscriptions, "account_id", "start_date")
    found: list[tuple[float, list[float], bool, str]] = []
    for quarter in ("01-10-2023", "01-01-2024", "01-04-2024", "01-07-2024", "01-10-2024"):
        at = moment(quarter)
        for one in rows(root / "ravenstack_accounts.csv"):
            account, signed = one["account_id"], moment(one["signup_date"])
            if signed >= at:
                continue
            used, asked = usage.get(account, []), tickets.get(account, [])
            signals = [
                at - signed,
                float(one["seats"]),
                float(sum(at - 90 <= day < at for day in used)),
                float(sum(at - 180 <= day < at - 90 for day in used)),
                float(sum(at - 90 <= day < at for day in asked)),
                float(sum(day < at for day in started.get(account, []))),
                float(sum(day < at for day in churned.get(account, []))),
            ]
            gone = any(at <= day < at + 90 for day in churned.get(account, []))
            found.append((at, signals, not gone, one["industry"]))
    industries = sorted(Counter(one[3] for one in found))
    signals_, at_ = np.array([one[1] for one in found]), np.array([one[0] for one in found])
    return Cases(
        names=("age", "seats", "usage", "usage before", "tickets", "subscriptions", "churned before"),
        signals=signals_,
        known_at=np.broadcast_to(at_[:, None] - 1, signals_.shape),
        forecast_at=at_,
        decided_at=at_ + 89,
        outcomes=np.array([one[2] for one in found], dtype=float),
        segments=np.array([industries.index(one[3]) for one in found]),
    )


def _times(lines: list[dict[str, str]], key: str, at: str) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for one in lines:
        found.setdefault(one[key], []).append(moment(one[at][:10]))
    return found


def test_customers_of_whom_nothing_tells_are_not_foretold() -> None:
    cases = ravenstack()
    forecaster = fit(cases)
    which = forecaster.trial.which
    auc = shown("ravenstack", cases.outcomes[which], chance(forecaster.trial.odds))
    print(forecaster.trial.verdict, forecaster.trial.brier_gain, forecaster.trial.log_gain)
    assert 0.42 <= auc <= 0.64
    assert forecaster.trial.verdict is not Verdict.BETTER

"""Evidence for tests: a customer who was warned, and what is made of it for whom."""

import io
from pathlib import Path
from typing import Any

from proxeny.cases import writing
from proxeny.cases.models import Audience, Case
from proxeny.core.actors import Actor
from proxeny.judgement import judging
from proxeny.judgement.models import Judgement
from proxeny.ledger import keys
from proxeny.ledger.bundles import gathering
from proxeny.ledger.bundles.evidence import Evidence
from proxeny.ledger.bundles.names import EVIDENCE, PAGE
from proxeny.reports.evidence import bundling, scope
from proxeny.reports.evidence.scope import Scope
from tests.cases.handy import opened, said
from tests.cast import Cast
from tests.ledger.bundled import checked
from tests.ledger.bundled import opened as unpacked

WARNING = "超过 50 万行会超时，请分批导出"
SECRET = "销售私下答应了功能"
REASON = "新的 IT 主管想换供应商"


def warned(vendor: Cast, tmp_path: Path, settings: Any) -> Case:
    """A case in which the customer was warned, of a vendor who hands heads to a file."""
    settings.LEDGER_KEY, settings.LEDGER_KEY_FILE = "", tmp_path / "ledger-key"
    settings.LEDGER_HEADS_FILE, settings.LEDGER_WITNESSES = tmp_path / "heads.txt", ["owner@example.com"]
    settings.LEDGER_GIT = ""
    case = opened(vendor, "导出超时")
    said(case, vendor, WARNING)
    said(case, vendor, "只对自己说的", Audience.NOTE)
    judging.judge(vendor.luban, band=Judgement.Band.RED, reason=REASON, by=vendor.actor("zhou"))
    return case


def confided(vendor: Cast, case: Case) -> None:
    writing.customer_wrote(case, SECRET, by=vendor.actor("zhou"), is_confidential=True)


def made(found: Scope, by: Actor, language: Any = "zh") -> bytes:
    with bundling.make(found, by=by, language=language).file as file:
        return file.read()


def of_luban(vendor: Cast, username: str) -> bytes:
    actor = vendor.actor(username)
    return made(scope.of_account(actor, vendor.luban.pk), actor)


def evidence(raw: bytes) -> Evidence:
    return Evidence.parse(unpacked(raw)[EVIDENCE])


def page(raw: bytes) -> str:
    return unpacked(raw)[PAGE].decode()


def ok(raw: bytes, **more: Any) -> bool:
    return checked(raw, key=keys.signer().verifier, **more).ok


def composed(vendor: Cast, username: str, head: gathering.Signed, language: Any = "zh") -> bytes:
    """The bundle as it would be made at one moment under one head."""
    actor, out = vendor.actor(username), io.BytesIO()
    found = scope.of_account(actor, vendor.luban.pk)
    rows = gathering.rows(found.asked, head.size)
    bundling.compose(out, found, head, rows, by=actor, language=language, signer=keys.signer())
    return out.getvalue()

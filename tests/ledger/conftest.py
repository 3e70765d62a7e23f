"""An installation with a key of its own."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def home(tmp_path: Path, settings: Any, db: None) -> Path:
    """An installation with a key of its own, one witness and a file of heads."""
    settings.LEDGER_KEY, settings.LEDGER_KEY_FILE = "", tmp_path / "ledger-key"
    settings.LEDGER_HEADS_FILE = tmp_path / "elsewhere" / "heads.txt"
    settings.LEDGER_WITNESSES, settings.LEDGER_GIT = ["owner@example.com"], ""
    settings.ANCHOR_TSA, settings.ANCHOR_TSA_ROOTS = "", tmp_path / "roots.pem"
    return tmp_path

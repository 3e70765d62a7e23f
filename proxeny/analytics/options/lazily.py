"""OR-tools, imported when options are composed: it takes a second, which nobody else should wait for."""

import importlib
from typing import Any


def cp_sat() -> Any:
    """Return the module `ortools.sat.python.cp_model`."""
    return importlib.import_module("ortools.sat.python.cp_model")

import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
LAYERS = next(contract["layers"] for contract in CONTRACTS if contract["id"] == "layers")
HEIGHTS = {name.strip(): height for height, row in enumerate(reversed(LAYERS)) for name in row.split("|")}
OWN_MODELS = [model for model in apps.get_models() if model.__module__.startswith("proxeny.")]


@pytest.mark.parametrize("model", OWN_MODELS, ids=lambda model: model._meta.label)
def test_relations_point_downwards(model: type[Model]) -> None:
    """A foreign key named by a string is no import; the import contracts cannot see it."""
    for field in model._meta.get_fields():
        if field.is_relation and not field.auto_created and field.related_model:
            target = field.related_model._meta.app_label
            if target in HEIGHTS and target != model._meta.app_label:
                assert HEIGHTS[target] < HEIGHTS[model._meta.app_label], field.name


def test_every_package_has_its_place() -> None:
    packages = {path.parent.name for path in (ROOT / "proxeny").glob("*/__init__.py")}
    assert packages - {"locale"} == set(HEIGHTS)

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_setting_is_documented() -> None:
    read = set()
    for path in (ROOT / "proxeny" / "config").glob("*.py"):
        read |= set(re.findall(r'env\.\w+\(\s*"((?:PROXENY_|DATABASE_)\w+)"', path.read_text("utf-8")))
    assert len(read) > 15
    documented = set(
        re.findall(r"`((?:PROXENY_|DATABASE_)\w+)`", (ROOT / "docs" / "settings.md").read_text("utf-8"))
    )
    assert read == documented


def test_every_command_is_documented() -> None:
    from proxeny.cli.main import COMMANDS

    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    missing = [name for name in COMMANDS if f"## `proxeny {name}" not in page]
    assert not missing


def test_every_package_is_in_the_architecture_page() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    packages = [path.parent.name for path in (ROOT / "proxeny").glob("*/__init__.py")]
    assert not [name for name in packages if f"`{name}`" not in page]

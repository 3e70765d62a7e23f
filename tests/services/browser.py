"""Find a browser for the stories."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find() -> str | None:
    """Return the program of a Chromium: the one named, one on the PATH, or the one that the driver's own installer gets."""
    if named := os.environ.get("PROXENY_TEST_BROWSER"):
        return named
    for name in NAMES:
        if path := shutil.which(name):
            return path
    for path in MAC:
        if Path(path).exists():
            return path
    return _of_the_driver()


def _of_the_driver() -> str | None:
    from playwright.sync_api import sync_playwright

    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        capture_output=True,
        timeout=300,
        check=False,
    )
    with sync_playwright() as driver:
        path = driver.chromium.executable_path
    return path if Path(path).exists() else None

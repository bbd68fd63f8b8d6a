"""Makes the pictures of the demo paper that the README shows: docs/pictures/*.jpg.

Needs Chromium and the development tools. The pictures are made anew by hand,
when pages look different: ``python tools/pictures.py``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
WIDE, TALL = 1200, 800
QUALITY = 82


def backissue(*arguments: str) -> None:
    """Run the command; what it says goes nowhere."""
    subprocess.run([sys.executable, "-m", "backissue", *arguments], check=True, capture_output=True)  # noqa: S603


def main() -> None:
    """Make them all."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "paper"
        backissue("demo", "--to", str(paper))
        backissue("audit", "-C", str(paper), "--html", f"{folder}/report.html")
        site = paper / "work" / "site"
        shots = {
            "front": (site / "index.html", ""),
            "search": (site / "search.html", "?q=渡輪"),
            "report": (Path(folder) / "report.html", ""),
        }
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": WIDE, "height": TALL})
            for name, (path, query) in shots.items():
                page.goto(path.as_uri() + query)
                if query:
                    page.wait_for_selector("mark")
                page.screenshot(path=PICTURES / f"{name}.jpg", type="jpeg", quality=QUALITY)
            browser.close()


if __name__ == "__main__":
    main()

"""Take the pictures: each page is opened once, then seen in every mode at every width."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from looks.modes import CHOOSE, MODES, Mode, emulated, file_name

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN"]
SCREEN = 900
# A picture has at most so many pixels from top to bottom, which browsers can still draw.
HIGHEST = 16_000
QUALITY = 70


def take(
    origin: str,
    pages: Mapping[str, str],
    folder: Path,
    chromium: str,
    log: Callable[[str], None],
    modes: Sequence[Mode] = MODES,
) -> None:
    """One picture for each page, mode and width, as files of `folder`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page(locale="zh-CN", timezone_id="Asia/Shanghai")
        for number, (name, address) in enumerate(pages.items(), 1):
            log(f"{number} / {len(pages)} {name}")
            page.set_viewport_size({"width": modes[0].widths[0], "height": SCREEN})
            page.goto(f"{origin}/{address}", wait_until="load")
            for mode in modes:
                for width in mode.widths:
                    _shoot(page, mode, width, folder / file_name(name, mode, width))
        browser.close()


def _shoot(page: Page, mode: Mode, width: int, file: Path) -> None:
    page.emulate_media(**emulated(mode))  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": SCREEN})
    page.evaluate(CHOOSE, mode.preferences)
    height = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST)
    page.screenshot(
        path=file,
        type="jpeg",
        quality=QUALITY,
        full_page=True,
        animations="disabled",
        clip={"x": 0, "y": 0, "width": width, "height": height},
    )

"""What Chromium prints of a page: the text of each sheet, and the pictures on them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader

# Within the margins of theme/static/css/blocks/paper.css: 210 − 20 − 17 mm at 96 pixels an inch.
WIDTH = 654
# Fonts have some characters twice, and a PDF may name the other one, as a radical.
RADICALS = str.maketrans(
    "\u2ea0\u2ec5\u2ec6\u2ec9\u2ecb\u2ed3\u2ed4\u2eda\u2edb\u2edc\u2edd\u2ee2\u2ee6\u2eec\u2ef0\u6236",
    "民见角贝车长门页风飞食马鸟齐龙户",
)
CENTIMETRE = 96 / 2.54
PICTURES = """() => [...document.querySelectorAll("main img, main .drawing, main figure > svg")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => [one.currentSrc || one.outerHTML, one.getBoundingClientRect().height])"""


@dataclass(frozen=True)
class Paper:
    """A printed page. `pictures` are the source and the height, in pixels, of each."""

    pdf: bytes
    pictures: list[tuple[str, float]]

    @cached_property
    def sheets(self) -> list[list[str]]:
        """The lines on each sheet, with those of its margins."""
        return [_lines(page.extract_text()) for page in self._reader.pages]

    @cached_property
    def _reader(self) -> PdfReader:
        return PdfReader(BytesIO(self.pdf))

    @cached_property
    def sizes(self) -> list[tuple[int, int]]:
        """Width and height of each sheet in millimetres."""
        boxes = [page.mediabox for page in self._reader.pages]
        return [(_millimetres(box.width), _millimetres(box.height)) for box in boxes]


def _lines(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).translate(RADICALS)
    return [line.replace(" ", "") for line in plain.split("\n") if line]


def _millimetres(points: float) -> int:
    return round(float(points) / 72 * 25.4)


def printed(page: Page) -> Paper:
    """What the present page of a tab looks like on paper."""
    page.set_viewport_size({"width": WIDTH, "height": 900})
    page.emulate_media(media="print")
    pictures = page.evaluate(PICTURES)
    page.emulate_media(media="null")
    return Paper(page.pdf(prefer_css_page_size=True), [(name, height) for name, height in pictures])

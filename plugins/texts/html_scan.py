"""What checks and pages need of converted HTML: text, headings, links, ids."""

from __future__ import annotations

import re
from html import unescape

from plugins.texts.converted_text import Heading, Link

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
NOT_PROSE = {"table", "figure", "pre", "sup", *HEADINGS}
TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


def scan_html(html: str) -> HtmlScan:
    scan = HtmlScan()
    scan.feed(html)
    return scan


class HtmlScan:
    """One pass over converted HTML: all tags in lower case and balanced, all values quoted.

    `text` is the running text in pieces: without headings, tables, figures and footnotes.
    """

    def __init__(self) -> None:
        self.text: list[str] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.ids: list[str] = []
        self._not_prose_depth = 0
        self._heading: tuple[int, str] | None = None
        self._heading_text: list[str] = []

    def feed(self, html: str) -> None:
        position = 0
        for tag in TAG.finditer(html):
            if data := html[position : tag.start()]:
                self._add_text(unescape(data))
            position = tag.end()
            closing, name, attributes = tag.groups()
            if closing:
                self._end(name)
            else:
                self._start(name, dict(ATTRIBUTE.findall(attributes)) if attributes else {})

    def _start(self, tag: str, written: dict[str, str]) -> None:
        values = {name: unescape(value) for name, value in written.items()}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(Link("link", values["href"]))
        if tag == "img":
            self.links.append(Link("image", values.get("src", ""), values.get("alt")))
        if tag in HEADINGS:
            self._heading = (int(tag[1]), values.get("id", ""))
            self._heading_text = []
        if tag in NOT_PROSE or values.get("class") == "footnote":
            self._not_prose_depth += 1

    def _end(self, tag: str) -> None:
        if self._heading and tag == f"h{self._heading[0]}":
            self.headings.append(Heading(*self._heading, "".join(self._heading_text).strip()))
            self._heading = None
        if tag in NOT_PROSE and self._not_prose_depth:
            self._not_prose_depth -= 1

    def _add_text(self, text: str) -> None:
        if self._heading:
            self._heading_text.append(text)
        if not self._not_prose_depth:
            self.text.append(text)

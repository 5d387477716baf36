"""What has to be known of converted HTML: its words, headings, links, ids, and what is forbidden."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from plugins.records.converted import Heading, Link

# Nothing that runs, frames, submits or restyles: the CSP forbids it and the theme owns looks.
FORBIDDEN_TAGS = {
    "script", "style", "iframe", "frame", "object", "embed", "form", "input", "button", "base",
    "link", "meta", "marquee", "font", "center",
}  # fmt: skip
NOT_PROSE = {"table", "figure", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "sup"}


class Scan(HTMLParser):
    """One pass over the converted HTML, raw HTML of the editor included."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.ids: list[str] = []
        self.forbidden: list[str] = []
        self._skip = 0
        self._heading: tuple[int, str] | None = None
        self._heading_words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in FORBIDDEN_TAGS:
            self.forbidden.append(f"<{tag}")
        for name in values:
            if name == "style" or name.startswith("on"):
                self.forbidden.append(f"{name}=")
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            if re.match(r"(?i)\s*(javascript|data|vbscript):", values["href"]):
                self.forbidden.append(values["href"])
            self.links.append(Link("link", values["href"]))
        if tag == "img":
            self.links.append(Link("image", values.get("src", ""), values.get("alt")))
        if re.fullmatch(r"h[1-6]", tag):
            self._heading = (int(tag[1]), values.get("id", ""))
            self._heading_words = []
        if tag in NOT_PROSE or values.get("class") == "footnote":
            self._skip += 1

    def handle_endtag(self, tag: str) -> None:
        if self._heading and tag == f"h{self._heading[0]}":
            self.headings.append(Heading(*self._heading, "".join(self._heading_words).strip()))
            self._heading = None
        if tag in NOT_PROSE and self._skip:
            self._skip -= 1

    def handle_data(self, data: str) -> None:
        if self._heading:
            self._heading_words.append(data)
        if not self._skip:
            self.words.append(data)

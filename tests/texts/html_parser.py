"""What Python's parser reads in HTML: the judge of the pattern that the program scans it with."""

from __future__ import annotations

from html.parser import HTMLParser

from plugins.texts.converted_text import Heading, Link
from plugins.texts.html_scan import HEADINGS, NOT_PROSE


class ParsedHtml(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.ids: list[str] = []
        self._not_prose_depth = 0
        self._heading: tuple[int, str] | None = None
        self._heading_text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
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

    def handle_endtag(self, tag: str) -> None:
        if self._heading and tag == f"h{self._heading[0]}":
            self.headings.append(Heading(*self._heading, "".join(self._heading_text).strip()))
            self._heading = None
        if tag in NOT_PROSE and self._not_prose_depth:
            self._not_prose_depth -= 1

    def handle_data(self, data: str) -> None:
        if self._heading:
            self._heading_text.append(data)
        if not self._not_prose_depth:
            self.text.append(data)

"""What has to be known of converted HTML: words, headings, links, ids, and what is forbidden."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from plugins.records.converted import Heading, Link

# Nothing that runs, frames, submits or restyles: the CSP forbids it and the theme owns looks.
FORBIDDEN_TAGS = {
    "script", "style", "iframe", "frame", "object", "embed", "form", "input", "button", "base",
    "link", "meta", "marquee", "font", "center",
}  # fmt: skip
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
NOT_PROSE = {"table", "figure", "pre", "sup", *HEADINGS}
SCRIPT = re.compile(r"(?i)\s*(javascript|data|vbscript):")
# In the source: HTML, attribute lists, and entities, which parsers read in different ways.
NOT_OUR_OWN = re.compile(r"[<{&]")
TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


def scan(html: str, source: str) -> Scan:
    """Scan `html`, converted from `source`; where all of it is Markdown's own, without a parser."""
    found = Scan()
    if NOT_OUR_OWN.search(source):
        found.feed(html)
        found.close()
    else:
        found.walk(html)
    return found


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

    def walk(self, html: str) -> None:
        """What `feed` does, for tags as Markdown writes them: small, closed, all values quoted."""
        position = 0
        for tag in TAG.finditer(html):
            if data := html[position : tag.start()]:
                self.handle_data(unescape(data))
            position = tag.end()
            closing, name, attributes = tag.groups()
            if closing:
                self.handle_endtag(name)
            else:
                pairs = ATTRIBUTE.findall(attributes) if attributes else []
                self.handle_starttag(name, [(key, unescape(value)) for key, value in pairs])

    def parse_html_declaration(self, i: int) -> int:
        """`<![` is a comment to a browser; the standard library stops at it with an error."""
        if self.rawdata.startswith("<![", i) and not self.rawdata.startswith("<![CDATA[", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

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
            if SCRIPT.match(values["href"]):
                self.forbidden.append(values["href"])
            self.links.append(Link("link", values["href"]))
        if tag == "img":
            self.links.append(Link("image", values.get("src", ""), values.get("alt")))
        if tag in HEADINGS:
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

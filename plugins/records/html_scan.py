"""What checks and pages need of converted HTML: text, headings, links, ids, forbidden markup."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from plugins.records.converted_text import Heading, Link

# Nothing that runs, frames, submits or restyles: the CSP forbids it and the theme owns looks.
FORBIDDEN_TAGS = {
    "script", "style", "iframe", "frame", "object", "embed", "form", "input", "button", "base",
    "link", "meta", "marquee", "font", "center",
}  # fmt: skip
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
NOT_PROSE = {"table", "figure", "pre", "sup", *HEADINGS}
SCRIPT = re.compile(r"(?i)\s*(javascript|data|vbscript):")
# In the source: HTML, attribute lists and entities, which parsers read in different ways.
RAW_HTML = re.compile(r"[<{&]")
TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
# The start of a declaration. No text has a NUL, which `decode` refuses.
DECLARATION = re.compile(r"<!\[(?!CDATA\[)")
DISGUISE = "?\0"


def scan_html(html: str, source: str) -> HtmlScan:
    """Scan `html`, converted from `source`; without a parser where Markdown wrote all of it."""
    scan = HtmlScan()
    if RAW_HTML.search(source):
        scan.feed(html)
        scan.close()
    else:
        scan.feed_generated(html)
    return scan


class HtmlScan(HTMLParser):
    """One pass over the converted HTML, raw HTML of the editor included.

    `text` is the running text in pieces: without headings, tables, figures and footnotes.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.ids: list[str] = []
        self.forbidden: list[str] = []
        self._not_prose_depth = 0
        self._heading: tuple[int, str] | None = None
        self._heading_text: list[str] = []

    def feed(self, data: str) -> None:
        """Feed the HTML, all of it at once.

        The standard library stops at `<![…>` with an error, while browsers read a comment. Here it
        is read as a processing instruction, `<?…>`, which ends at the same place.
        """
        super().feed(DECLARATION.sub(f"<{DISGUISE}", data))

    def feed_generated(self, html: str) -> None:
        """The same as `feed` for tags as Markdown writes them: lower-case, all values quoted."""
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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: (value or "").replace(DISGUISE, "![") for name, value in attrs}
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
        data = data.replace(DISGUISE, "![")
        if self._heading:
            self._heading_text.append(data)
        if not self._not_prose_depth:
            self.text.append(data)

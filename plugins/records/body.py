"""The text of a record, converted once: HTML, headings, links, and the words for a summary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import NamedTuple

from markdown import Markdown
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import PrettifyTreeprocessor

from plugins.clauses import Clause
from plugins.clauses.plain import plain_tree
from plugins.clauses.structure import arrange, separated
from plugins.records.chinese import ChineseExtension

EXTENSIONS = ["extra", "sane_lists", "toc", ChineseExtension()]
EXTENSION_CONFIGS = {
    "toc": {"slugify": slugify_unicode},
    "extra": {"footnotes": {"BACKLINK_TITLE": "回到正文的注释 {}"}},
}
# Nothing that runs, frames, submits or restyles: the CSP forbids it and the theme owns looks.
FORBIDDEN_TAGS = {
    "script", "style", "iframe", "frame", "object", "embed", "form", "input", "button", "base",
    "link", "meta", "marquee", "font", "center",
}  # fmt: skip
NOT_PROSE = {"table", "figure", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "sup"}


class Heading(NamedTuple):
    level: int
    id: str
    text: str


class Link(NamedTuple):
    """`kind` is link or image; `target` as the editor wrote it; `alt` of an image, else None."""

    kind: str
    target: str
    alt: str | None = None


@dataclass(frozen=True)
class Body:
    html: str
    text: str
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    ids: frozenset[str] = frozenset()
    forbidden: tuple[str, ...] = ()
    demoted: bool = False
    clauses: tuple[Clause, ...] = ()


class Converter:
    """Python-Markdown set up once; one converter serves any number of records, one at a time."""

    def __init__(self) -> None:
        self._markdown = Markdown(
            extensions=EXTENSIONS, extension_configs=EXTENSION_CONFIGS, output_format="html"
        )

    def convert(self, source: str, statute: bool = False) -> Body:
        """Convert one text. That of a statute is arranged by clauses."""
        # Set here too, because an empty text never reaches the extension.
        self._markdown.demoted, self._markdown.clauses = False, ()
        self._markdown.statute = statute
        html = self._statute(separated(source)) if statute else self._html(source)
        scan = _Scan()
        scan.feed(html)
        scan.close()
        return Body(
            html=html,
            text=" ".join("".join(scan.words).split()),
            headings=tuple(scan.headings),
            links=tuple(scan.links),
            ids=frozenset(scan.ids),
            forbidden=tuple(scan.forbidden),
            demoted=self._markdown.demoted,
            clauses=self._markdown.clauses,
        )

    def _html(self, source: str) -> str:
        return self._markdown.reset().convert(source)

    def _statute(self, source: str) -> str:
        """A statute without markup is arranged as it stands; any other goes through Markdown."""
        root = plain_tree(source)
        if root is None:
            return self._html(source)
        clauses = arrange(root)
        if any(child.tag not in {"section", "p"} and not child.get("id") for child in root):
            # A heading that is no division gets its id from Markdown's table of contents.
            return self._html(source)
        self._markdown.clauses = clauses
        # Markdown's own last steps: line ends between blocks, then the text without its root.
        PrettifyTreeprocessor(self._markdown).run(root)
        html = self._markdown.serializer(root)
        return html[html.index(">") + 1 : html.rindex("</div>")].strip()


class _Scan(HTMLParser):
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

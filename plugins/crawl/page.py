"""One HTML file, parsed: its elements by tag, its texts, and where an element stands in the file.

libxml2 reads a page in 0.7 ms, html.parser of the standard library in 3 ms. It keeps lines but no
columns: a column is looked up in the file for what is told, which is rare.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lxml import etree, html

from plugins.bureau.languages import ENGLISH, TRADITIONAL
from plugins.findings import Finding, Position, Severity

# An element of lxml, which publishes no types.
Element = Any

NOT_SHOWN = {"script", "style", "template", "noscript", "head"}
SPACES = re.compile(r"\s+")
YEAR = re.compile(r"\d{4}")


class Note(NamedTuple):
    """What a rule says of an element. `source` is the file that most probably makes it; if empty,
    it is worked out from where the element stands.
    """

    rule: str
    element: Element | None
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    source: str = ""


class Page:
    """`path` is that of its file in the site; `source` the file of content/ that makes it.

    Raises ValueError for what is no page, UnicodeDecodeError among it.
    """

    def __init__(self, path: str, data: bytes, source: str = "") -> None:
        self.path, self.source = path, source
        self.text = data.decode("utf-8")
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        # etree and not html: `fromstring` of lxml.html guesses at fragments.
        self.root: Element = etree.fromstring(data, parser)
        if self.root is None or self.root.tag != "html":
            raise ValueError("no HTML")
        self.by_tag: dict[str, list[Element]] = {}
        for element in self.root.iter(etree.Element):
            self.by_tag.setdefault(element.tag, []).append(element)
        self.main: Element | None = self._main()
        self.is_article = self._is_article()

    def all(self, *tags: str) -> Iterator[Element]:
        for tag in tags:
            yield from self.by_tag.get(tag, ())

    def metas(self, name: str) -> list[Element]:
        """The meta elements of exactly this name: vendors' scanners look for the exact spelling."""
        return [tag for tag in self.all("meta") if tag.get("name") == name]

    def meta(self, name: str) -> str:
        found = self.metas(name)
        return (found[0].get("content") or "").strip() if found else ""

    @property
    def language(self) -> str:
        """The folder of the language: `zh-hant`, `en` or "" for simplified characters."""
        folder = self.path.partition("/")[0]
        return folder if folder in (TRADITIONAL, ENGLISH) else ""

    @property
    def plain_path(self) -> str:
        """The path without the folder of its language."""
        return self.path.removeprefix(f"{self.language}/") if self.language else self.path

    @property
    def is_home(self) -> bool:
        return self.plain_path == "index.html"

    @property
    def column(self) -> str:
        """The first folder of its address, which is the code of its column if it has one."""
        return self.plain_path.partition("/")[0] if "/" in self.plain_path else ""

    @property
    def canonical(self) -> str:
        links = (tag for tag in self.all("link") if "canonical" in (tag.get("rel") or "").split())
        return next((tag.get("href") or "" for tag in links), "")

    @property
    def leads_on(self) -> bool:
        """Whether it stands at an old address: the new one is its canonical."""
        return any((tag.get("http-equiv") or "").lower() == "refresh" for tag in self.all("meta"))

    @property
    def heading(self) -> str:
        return next((words(tag) for tag in self.all("h1")), "")

    def _main(self) -> Element | None:
        if "main" in self.by_tag:
            return self.by_tag["main"][0]
        return next((tag for tag in self.root.iter("*") if tag.get("role") == "main"), None)

    def _is_article(self) -> bool:
        """By whatever is left of its signs, so that an article that lost a tag is still one."""
        if self.source:
            return self.source.endswith(".md")
        if any(self.metas(name) for name in ("ArticleTitle", "PubDate", "ContentSource")):
            return True
        kinds = (tag for tag in self.all("meta") if tag.get("property") == "og:type")
        return any(tag.get("content") == "article" for tag in kinds)

    def told(self, notes: Iterable[Note]) -> Iterator[Finding]:
        for note in notes:
            at = self.position_of(note.element)
            source = note.source or self._source_of(note.element)
            hint = f"{note.hint}（多半由 {source} 生成）" if source else note.hint
            yield Finding(note.rule, note.severity, self.path, note.message, hint, *at)

    def _source_of(self, element: Element | None) -> str:
        """The file that makes an element: its record or column, or a template of the frame."""
        if element is None or element.getroottree().getroot() is element:
            return self.source
        around = {element.tag, *(tag.tag for tag in element.iterancestors())}
        if "main" in around or "head" in around:
            return self.source or "theme/templates/"
        return "theme/templates/parts/ 和 content/bureau.yml"

    def position_of(self, element: Element | None) -> Position:
        """Where the tag of an element begins, found by its rank among those of its line."""
        if element is None or not element.sourceline:
            return Position()
        # libxml2 gives the line in which a tag ends.
        line = element.sourceline
        lines = ["", *self.text.split("\n")]
        tag = re.compile(rf"<{re.escape(element.tag)}(?![\w-])", re.I)
        same = [other for other in self.by_tag[element.tag] if other.sourceline == line]
        starts = [match.start() for match in tag.finditer(lines[line])]
        if len(starts) == len(same):
            return Position(line, starts[same.index(element)] + 1)
        for above in range(line, 0, -1):
            starts = [match.start() for match in tag.finditer(lines[above])]
            if starts:
                return Position(above, starts[-1] + 1)
        return Position(line)


def words(element: Element) -> str:
    """The text that is read of an element, spaces run together."""
    if element.tag in NOT_SHOWN:
        return ""
    return SPACES.sub(" ", "".join(_texts(element))).strip()


def _texts(element: Element) -> Iterator[str]:
    """All its texts; those of scripts and templates left out, elements without an end tag too."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in NOT_SHOWN:
            yield from _texts(child)
        yield child.tail or ""


def shown(element: Element, most: int = 60) -> str:
    """A start tag as a message quotes it."""
    written = " ".join(f'{name}="{value}"' for name, value in element.attrib.items())
    text = f"<{element.tag} {written}>" if written else f"<{element.tag}>"
    return text if len(text) <= most else f"{text[: most - 1]}…"


def is_within(element: Element, *tags: str) -> bool:
    return any(tag.tag in tags for tag in element.iterancestors())


def folder_of(path: str) -> str:
    return posixpath.dirname(path)

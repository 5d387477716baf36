"""The text of .pptx files, and of .odt, .ods and .ofd."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.attachments.model import AttachmentFacts, Piece, numbered
from plugins.attachments.office import read_properties
from plugins.attachments.package import Package


def read_slides(package: Package, facts: AttachmentFacts) -> None:
    read_properties(package, facts)
    hidden = 0
    for number, name in enumerate(package.matching(r"ppt/slides/slide\d+\.xml"), 1):
        facts.add(
            Piece(f"第{number}张幻灯片", text) for text in _texts(package, name, {"p"}, {"t"})
        )
        hidden += any(each.get("show") == "0" for each in package.attributes(name, "sld"))
    facts.trace("{} 张隐藏的幻灯片", hidden)
    notes = package.matching(r"ppt/notesSlides/notesSlide\d+\.xml")
    for name in notes:
        facts.add(Piece("备注", text) for text in _texts(package, name, {"p"}, {"t"}))
    comments = 0
    for name in package.matching(r"ppt/comments/[^/]+\.xml"):
        texts = list(_texts(package, name, {"cm", "p"}, {"text", "t"}))
        comments += len(texts)
        facts.add(Piece("批注", text) for text in texts)
    for author in package.attributes("ppt/commentAuthors.xml", "cmAuthor"):
        facts.add_person("批注的人", author.get("name"))
    facts.trace("{} 处批注", comments)


def read_open_document(package: Package, facts: AttachmentFacts) -> None:
    """OpenDocument, ISO/IEC 26300."""
    meta = package.values("meta.xml")
    facts.title = meta.get("title", "")
    facts.is_aigc = "AIGC" in meta
    facts.add_person("作者", meta.get("initial-creator"))
    facts.add_person("最后保存的人", meta.get("creator"))
    paragraphs = _texts(package, "content.xml", {"p", "h"}, {"p", "h"})
    facts.add(numbered("第{}段", (text for text in paragraphs if text.strip())))
    facts.add(Piece("页眉页脚", text) for text in _texts(package, "styles.xml", {"p"}, {"p"}))
    facts.trace("{} 处批注", len(package.attributes("content.xml", "annotation")))
    facts.trace("{} 处修订", len(package.attributes("content.xml", "changed-region")))


def read_ofd(package: Package, facts: AttachmentFacts) -> None:
    """OFD, GB/T 33190-2016."""
    head = package.values("OFD.xml")
    facts.title = head.get("Title", "")
    facts.add_person("作者", head.get("Author"))
    pages = package.matching(r"Doc_\d+/Pages/Page_\d+/Content\.xml")
    for number, name in enumerate(pages, 1):
        lines = list(_texts(package, name, {"TextObject"}, {"TextCode"}))
        facts.add(Piece(f"第{number}页", text) for text in lines)
    images = [name for name in package.names if re.search(r"\.(?:jpe?g|png|jb2|bmp)$", name, re.I)]
    facts.is_scanned = bool(pages and images and not facts.pieces)


def _texts(package: Package, name: str, wholes: set[str], parts: set[str]) -> Iterator[str]:
    """Of each tag of `wholes` the text that is in its tags of `parts`."""
    found: list[str] = []
    open_: list[list[str]] = []
    depth = 0

    def start(tag: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        if tag in wholes:
            open_.append([])
        if tag in {"tab", "s", "line-break", "br"} and open_:
            open_[-1].append(" ")
        depth += tag in parts

    def words(text: str) -> None:
        if depth and open_:
            open_[-1].append(text)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= tag in parts
        if tag in wholes and open_:
            found.append("".join(open_.pop()))

    package.read(name, start, end, words)
    return iter(found)

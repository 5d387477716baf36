"""The text of .docx files, paragraph by paragraph, and what Word keeps beside it."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.attachments.model import AttachmentFacts, Piece
from plugins.attachments.office import read_properties
from plugins.attachments.package import Package

BESIDE = (
    (r"word/header\d*\.xml", "页眉"),
    (r"word/footer\d*\.xml", "页脚"),
    (r"word/footnotes\.xml", "脚注"),
    (r"word/endnotes\.xml", "尾注"),
    (r"word/comments\.xml", "批注"),
)
CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
BLANKS = {"tab": "\t", "br": " ", "cr": " "}


def read_word(package: Package, facts: AttachmentFacts) -> None:
    read_properties(package, facts)
    story = _Story(package, "word/document.xml", facts)
    facts.add(Piece(f"第{number}段", text) for number, text in story.paragraphs())
    for pattern, place in BESIDE:
        for name in package.matching(pattern):
            facts.add(Piece(place, text) for _, text in _Story(package, name, facts).paragraphs())
    comments = package.attributes("word/comments.xml", "comment")
    facts.trace("{} 处批注", len(comments))
    for comment in comments:
        facts.add_person("批注的人", comment.get("author"))
    facts.trace("{} 处修订", story.changes)
    facts.trace("{} 段隐藏的文字", story.hidden)


class _Story:
    """One part. `changes` and `hidden` are counted while its paragraphs are read."""

    def __init__(self, package: Package, name: str, facts: AttachmentFacts) -> None:
        self._facts = facts
        self.changes = self.hidden = 0
        self._texts: list[str] = []
        self._open: list[list[str]] = []
        self._fallbacks = 0
        self._in_text = False
        package.read(name, self._start, self._end, self._words)

    def paragraphs(self) -> Iterator[tuple[int, str]]:
        """With numbers that count those with a text, as a reader would."""
        return enumerate((text for text in self._texts if text.strip()), 1)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "Fallback":
            # The same text box again, for old versions of Word.
            self._fallbacks += 1
        elif tag == "p":
            self._open.append([])
        elif tag in {"t", "delText"}:
            self._in_text = True
        elif tag in BLANKS and self._open:
            self._open[-1].append(BLANKS[tag])
        elif tag in CHANGES and "author" in attributes:
            self.changes += 1
            self._facts.add_person("修订的人", attributes["author"])
        elif tag == "vanish" and attributes.get("val", "1") not in {"0", "false", "off"}:
            self.hidden += 1

    def _words(self, text: str) -> None:
        if self._in_text and not self._fallbacks and self._open:
            self._open[-1].append(text)

    def _end(self, tag: str) -> None:
        if tag == "Fallback":
            self._fallbacks -= 1
        elif tag == "p" and self._open:
            self._texts.append("".join(self._open.pop()))
        elif tag in {"t", "delText"}:
            self._in_text = False

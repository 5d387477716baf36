"""The converter of record: Python-Markdown as it comes, and a parser over all of its HTML."""

from __future__ import annotations

from plugins.records.body import markdown_of_record
from plugins.records.converted import Body
from plugins.records.scan import Scan


class Judge:
    def __init__(self) -> None:
        self._markdown = markdown_of_record()

    def convert(self, source: str) -> Body:
        self._markdown.demoted, self._markdown.clauses = False, ()
        self._markdown.statute = False
        html = self._markdown.reset().convert(source)
        scan = Scan()
        scan.feed(html)
        scan.close()
        return Body(
            html,
            " ".join("".join(scan.words).split()),
            tuple(scan.headings),
            tuple(scan.links),
            frozenset(scan.ids),
            tuple(scan.forbidden),
            self._markdown.demoted,
        )

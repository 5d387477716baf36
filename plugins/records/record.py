"""A record: what may be asked of it at once, and what is opened when its page is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import NamedTuple

from plugins.clock import moment_of
from plugins.dependencies import PUBLICATION, RECORD, TITLE
from plugins.findings import Finding, Position, position_in
from plugins.incremental.tracking import depends_on, track
from plugins.records.extract import Extract
from plugins.records.kinds import RecordModel
from plugins.records.stories import Entry, read_entries
from plugins.records.validate import field_names
from plugins.source import LocatedData
from plugins.texts.converted_text import ConvertedText
from plugins.texts.link_words import link_position


class SourceText(NamedTuple):
    """The file as its editor sees it, for saying where something stands."""

    source: str = ""
    body_line: int = 1
    located: LocatedData = LocatedData()


class Content(NamedTuple):
    """What only the record's own page and its card are made from."""

    data: RecordModel
    body: ConvertedText


class Record:
    """A record of one file. `path` is relative to the content folder.

    `fingerprint` covers everything that the record was made from. `open_content` and `open_file`
    load, by the path, what is not kept in memory.
    """

    __slots__ = (
        "_content",
        "_open_content",
        "_open_file",
        "_published",
        "_written",
        "extract",
        "fingerprint",
        "id",
    )

    def __init__(
        self,
        extract: Extract,
        fingerprint: bytes,
        open_content: Callable[[str], Content],
        open_file: Callable[[str], SourceText],
    ) -> None:
        self.extract, self.fingerprint = extract, fingerprint
        self.id = f"{extract.column}/{extract.slug}"
        self._open_content, self._open_file = open_content, open_file
        self._content: Content | None = None
        self._published: datetime | None = None
        self._written: SourceText | None = None

    # What lists and neighbours show of it.

    @property
    def path(self) -> str:
        return self.extract.path

    @property
    def column(self) -> str:
        return self.extract.column

    @property
    def slug(self) -> str:
        return self.extract.slug

    @property
    def kind(self) -> str:
        return self.extract.kind

    @property
    def title(self) -> str:
        depends_on(TITLE, self.id)
        return self.extract.title

    @property
    def address(self) -> str:
        """The path of its page in the site, such as `policies/2026/x.html`."""
        depends_on(PUBLICATION, self.id)
        return self.extract.address

    @property
    def published(self) -> datetime:
        depends_on(PUBLICATION, self.id)
        if self._published is None:
            self._published = moment_of(self.extract.published)
        return self._published

    @property
    def changed(self) -> datetime:
        """When it last said something new."""
        depends_on(PUBLICATION, self.id)
        return moment_of(self.extract.changed)

    @property
    def law_day(self) -> date:
        """The day whose law it applies."""
        depends_on(PUBLICATION, self.id)
        return date.fromordinal(self.extract.law_day)

    @property
    def year(self) -> int:
        return self.published.year

    # What is opened.

    @property
    def content(self) -> Content:
        depends_on(RECORD, self.id)
        if self._content is None:
            self._content = self._open_content(self.extract.path)
        return self._content

    @property
    def data(self) -> RecordModel:
        return self.content.data

    @property
    def body(self) -> ConvertedText:
        return self.content.body

    @contextmanager
    def read_briefly(self) -> Iterator[None]:
        """Within it the record may be read; one that was closed before is closed again. What is
        read is not recorded as a dependency.
        """
        was_open = self._content is not None
        try:
            with track():
                yield
        finally:
            if not was_open:
                self.close()

    def close(self) -> None:
        """Let go of what was opened: memory must not grow with the text of a site."""
        self._content = None

    @property
    def entries(self) -> list[Entry]:
        """The entries of a timeline, newest first; none of another text."""
        if not self.data.has_timeline:
            return []
        return read_entries(self.body.headings, self.body.html)

    # Where something stands in its file.

    @property
    def written(self) -> SourceText:
        if self._written is None:
            self._written = self._open_file(self.extract.path)
        return self._written

    def position_of(self, name: str, value: str = "") -> Position:
        """Where a field stands in the file, by its name in code; of a list, the item `value`."""
        located = self.written.located
        names = field_names(type(self.data))
        for key, written in located.data.items():
            if names.get(key.strip().lower()) != name:
                continue
            if value and isinstance(written, list):
                for index, item in enumerate(written):
                    if value in str(item):
                        return located.at(key, index)
            return located.at(key)
        return Position()

    def locate_link(self, target: str) -> Position:
        return link_position(self.written.source, target, self.written.body_line)

    def locate(self, needle: str) -> Position:
        """Where `needle` first stands in the text; the start of the text if nowhere."""
        return position_in(self.written.source, needle, self.written.body_line)


class ParseResult(NamedTuple):
    """What became of a file. With `is_valid` a page can be made of it; any error stops a publish,
    so pages of records with errors are seen in previews only. Of a record that is not valid links
    and references are checked all the same, so that an editor sees everything in one run.
    """

    record: Record | None
    findings: list[Finding]
    is_valid: bool = False

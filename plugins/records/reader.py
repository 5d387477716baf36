"""One file into one record, or into the findings that say why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from plugins.bureau import Column
from plugins.findings import Finding, Position, Severity, has_errors, position_in
from plugins.records.body import Body, Converter
from plugins.records.checks import check_body
from plugins.records.frontmatter import NoFrontMatter, split
from plugins.records.kinds import KINDS, RecordModel
from plugins.records.parsing import SLUG
from plugins.records.slugs import suggest
from plugins.records.stories import Entry, read_entries
from plugins.records.summary import summarise
from plugins.records.validate import names_of, validate
from plugins.source import Located, Unreadable, decode


@dataclass(frozen=True)
class Record:
    """A record that can be shown. `path` is relative to the content folder."""

    path: str
    column: str
    slug: str
    data: RecordModel
    body: Body
    source: str = field(repr=False)
    body_line: int = 1
    located: Located = field(default_factory=Located, repr=False, compare=False)

    @property
    def id(self) -> str:
        return f"{self.column}/{self.slug}"

    @property
    def kind(self) -> str:
        return self.data.kind

    @property
    def title(self) -> str:
        return self.data.title

    @property
    def published(self) -> datetime:
        return self.data.published

    @property
    def changed(self) -> datetime:
        """When it last said something new."""
        if self.kind == "story":
            return max([self.published, *(entry.moment for entry in self.entries)])
        return self.data.updated or self.data.published

    @property
    def entries(self) -> list[Entry]:
        """The entries of a story, newest first; of other kinds none."""
        if self.kind != "story":
            return []
        return read_entries(self.body.headings, self.body.html)

    @property
    def address(self) -> str:
        """The path of its page in the site, such as `policies/2026/x.html`."""
        year = f"{self.published:%Y}/" if self.data.dated else ""
        return f"{self.column}/{year}{self.slug}.html"

    def expired_on(self, day: date) -> bool:
        return self.data.expires is not None and day > self.data.expires

    def summary(self, length: int) -> str:
        return self.data.summary or summarise(self.body.text, length)

    def position_of(self, name: str, value: str = "") -> Position:
        """Where a field stands in the file, by its name in code; of a list, the item `value`."""
        names = names_of(type(self.data))
        for key, written in self.located.data.items():
            if names.get(key.strip().lower()) != name:
                continue
            if value and isinstance(written, list):
                for index, item in enumerate(written):
                    if value in str(item):
                        return self.located.at(key, index)
            return self.located.at(key)
        return Position()

    def locate(self, needle: str) -> Position:
        """Where `needle` first stands in the text; the start of the text if nowhere."""
        return position_in(self.source, needle, self.body_line)


class Read(NamedTuple):
    """What became of a file. A record that is not `fit` is kept off the site, but its links and
    references are checked all the same, so that an editor sees everything in one run.
    """

    record: Record | None
    findings: list[Finding]

    @property
    def fit(self) -> bool:
        return self.record is not None and not has_errors(self.findings)


def read_record(path: str, data: bytes, column: Column, converter: Converter) -> Read:
    """Read one file of `column`; no record at all when its head can't be read."""
    try:
        text, findings = decode(data, path)
        head = split(text, path)
    except Unreadable as error:
        return Read(None, [error.finding])
    except NoFrontMatter as error:
        return Read(None, error.findings)
    findings += head.findings
    model, problems = validate(KINDS[column.kind], head.located, path)
    findings += problems
    body = converter.convert(head.body, statute=column.kind == "statute")
    findings += check_body(path, KINDS[column.kind], body, head.body, head.body_line)
    slug, problems = _slug(path, model)
    findings += problems
    record = Record(path, column.code, slug, model, body, head.body, head.body_line, head.located)
    return Read(record, findings)


def _slug(path: str, model: RecordModel) -> tuple[str, list[Finding]]:
    """The slug as written, else the file's name, else one made from the title, with advice."""
    if model.slug:
        return model.slug, []
    stem = PurePosixPath(path).stem
    if SLUG.fullmatch(stem):
        return stem, []
    slug = suggest(model.title or stem)
    message = f"文件名“{stem}”不能用作网址，暂用由标题拼音生成的“{slug}”，标题一改网址就会变"
    hint = f"在稿头写明 网址名: {slug}"
    return slug, [Finding("slug", Severity.WARNING, path, message, hint)]

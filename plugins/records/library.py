"""All records of a content folder, with what stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from plugins.addresses import Redirect
from plugins.bureau import Bureau, Column
from plugins.clock import seconds
from plugins.findings import AcceptanceTuple, Finding, Severity
from plugins.findings.model import FindingTuple
from plugins.incremental.fingerprint import fingerprint
from plugins.privacy import OwnNumbers
from plugins.records.asset_rules import asset_findings
from plugins.records.assets import Assets
from plugins.records.extract import IndexEntry
from plugins.records.record import Record

if TYPE_CHECKING:
    from plugins.records.text_rules import TextRules


def item_address(code: str, item: Any) -> str | None:
    """The address of an item's own page, if it has one."""
    slug = getattr(item, "slug", None)
    return f"{code}/{slug}.html" if slug else None


class LazyRecords(Mapping[str, Record]):
    """Records by key, each made when it is first asked for."""

    def __init__(self, keys: Collection[str], open_record: Callable[[str], Record]) -> None:
        self._keys, self._open = keys, open_record
        self._records: dict[str, Record] = {}

    def __getitem__(self, key: str) -> Record:
        record = self._records.get(key)
        if record is None:
            if key not in self._keys:
                raise KeyError(key)
            record = self._records[key] = self._open(key)
        return record

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def forget(self) -> None:
        """Open every record anew: some have changed."""
        self._records.clear()


def _no_record(path: str) -> NoReturn:
    """What a library without records answers."""
    raise LookupError(path)


@dataclass
class Library:
    """`entries` are the index entries of all valid records by id, drafts and scheduled included.

    `invalid` are the paths of files that an error keeps off the site, with whether a record could
    be read of them all the same; `duplicates` are, by id, the paths of files whose address another
    file has. `data_items` are the items of the data files by column, `redirects` the entries of
    redirects.yml. `own` is what the office publishes of itself, `words` are the bytes of its list
    of words.
    `open_record` gives the record of the file at a path, `entry_of` its index entry.
    """

    content: Path
    bureau: Bureau | None
    assets: Assets
    columns: list[Column] = field(default_factory=list)
    data_items: dict[str, list[Any]] = field(default_factory=dict)
    data_files: dict[str, str] = field(default_factory=dict)
    own: OwnNumbers = field(default_factory=OwnNumbers)
    words: bytes = b""
    entries: dict[str, IndexEntry] = field(default_factory=dict)
    invalid: dict[str, bool] = field(default_factory=dict)
    duplicates: dict[str, list[str]] = field(default_factory=dict)
    redirects: list[Redirect] = field(default_factory=list)
    # Of the content folder as a whole: bureau.yml, columns, data files, orphan files.
    general_findings: list[Finding] = field(default_factory=list)
    record_findings: dict[str, tuple[FindingTuple, ...]] = field(default_factory=dict)
    # By the path of a record, what is accepted of what is found about it.
    acceptances: dict[str, tuple[AcceptanceTuple, ...]] = field(default_factory=dict)
    open_record: Callable[[str], Record] = _no_record
    entry_of: Callable[[str], IndexEntry] = _no_record

    def __post_init__(self) -> None:
        self._column: dict[str, Column] = {}
        self.records = LazyRecords(self.entries, lambda id: self.open_record(self.entries[id].path))

    @property
    def valid_bureau(self) -> Bureau:
        """The bureau. Raises LookupError where bureau.yml can't be read: then there is no site."""
        if self.bureau is None:
            raise LookupError("bureau.yml")
        return self.bureau

    def column(self, code: str) -> Column:
        if len(self._column) != len(self.columns):
            self._column = {column.code: column for column in self.columns}
        return self._column[code]

    def data_text(self, code: str) -> str | None:
        """The text of a column's data file; None for a column that is not there."""
        path = next((column.data_path for column in self.columns if column.code == code), None)
        return None if path is None else self.data_files.get(path)

    @cached_property
    def _naming_items(self) -> dict[str, dict[str, list[tuple[str, str]]]]:
        """By column and by what is named, a record, heading and address of the items naming it."""
        naming: dict[str, dict[str, list[tuple[str, str]]]] = {}
        for code, items in self.data_items.items():
            of_column = naming.setdefault(code, {})
            for item in items:
                if address := item_address(code, item):
                    for name in dict.fromkeys(reference for _, reference in item.named()):
                        of_column.setdefault(name, []).append((item.heading, address))
        return naming

    def items_naming(self, code: str, entry: IndexEntry, identifier: str) -> list[tuple[str, str]]:
        """Heading and address of each item of a column that names a record, by id or by file."""
        of_column = self._naming_items.get(code, {})
        found = [of_column.get(name, []) for name in (identifier, entry.path.removesuffix(".md"))]
        return list(dict.fromkeys(item for items in found for item in items))

    @property
    def left_out(self) -> list[str]:
        """The paths of records that are not on the site because of an error."""
        return [*self.invalid, *(path for paths in self.duplicates.values() for path in paths)]

    @property
    def broken(self) -> list[Record]:
        """Records that are not valid; their links and references are checked all the same."""
        return [self.open_record(path) for path, readable in self.invalid.items() if readable]

    @cached_property
    def ids_by_path(self) -> dict[str, str]:
        return {entry.path: identifier for identifier, entry in self.entries.items()}

    @cached_property
    def titles_fingerprint(self) -> bytes:
        """Of titles and addresses of all records, by which suggestions are made."""
        titles = [
            (identifier, record.extract.title, record.extract.address)
            for identifier, record in sorted(self.records.items())
        ]
        return fingerprint(titles, sorted(self.left_out), sorted(self.assets.paths))

    @cached_property
    def text_rules(self) -> TextRules:
        """Takes as long as ten pages, so it is made once a process, where a source is parsed."""
        from plugins.records.text_rules import TextRules

        return TextRules(self.bureau, self.columns, self.own, self.words)

    @property
    def judged_by(self) -> bytes:
        """A fingerprint of what texts are judged by, besides the program."""
        names = sorted(column.name for column in self.columns)
        return fingerprint(self.words, names, *vars(self.own).values())

    @property
    def findings(self) -> list[Finding]:
        of_records = (
            Finding.from_tuple(plain)
            for plains in self.record_findings.values()
            for plain in plains
        )
        of_files = asset_findings(self.assets.all(), self.bureau.thresholds) if self.bureau else ()
        return [*self.general_findings, *of_records, *self._duplicate_findings(), *of_files]

    def _duplicate_findings(self) -> Iterator[Finding]:
        for identifier, paths in self.duplicates.items():
            first = self.entries[identifier].path
            for path in paths:
                message = f"网址与 {first} 相同（{identifier}）"
                hint = "两篇稿件的文件名或“网址名”要不同"
                at = self.open_record(path).position_of("slug")
                yield Finding("address-taken", Severity.ERROR, path, message, hint, *at)

    # What stands on the site when.

    def published(self, now: datetime) -> list[Record]:
        """The records that stand on the site at `now`, newest first, expired ones included."""
        return [self.records[identifier] for identifier in self.published_ids(seconds(now))]

    def published_ids(self, now: int) -> list[str]:
        shown = [
            (entry.published, identifier)
            for identifier, entry in self.entries.items()
            if entry.is_shown(now)
        ]
        shown.sort(reverse=True)
        return [identifier for _, identifier in shown]

    @property
    def drafts(self) -> list[Record]:
        drafts = [(entry.path, id) for id, entry in self.entries.items() if entry.draft]
        return [self.records[identifier] for _, identifier in sorted(drafts)]

    def scheduled(self, now: datetime) -> list[Record]:
        """Records whose time has not come, soonest first."""
        moment = seconds(now)
        waiting = [
            (entry.published, identifier)
            for identifier, entry in self.entries.items()
            if not entry.draft and entry.published > moment
        ]
        return [self.records[identifier] for _, identifier in sorted(waiting)]

"""Reading a content folder: its bureau, its columns and its records, with every finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from plugins.addresses import Redirect
from plugins.bureau import (
    BUREAU_FILE,
    COLUMN_FILE,
    WORDS_FILE,
    Bureau,
    Column,
    ColumnTraits,
    load_bureau,
    load_columns,
)
from plugins.bureau.languages import ENGLISH, ENGLISH_SUFFIX, is_english
from plugins.bureau.model import ColumnFacts
from plugins.clock import build_time, seconds
from plugins.findings import Finding
from plugins.findings.model import FindingTuple
from plugins.incremental.snapshot import Snapshot, take_snapshot
from plugins.privacy import OwnNumbers, own_numbers, without_numbers
from plugins.records.assets import AssetEntry, Assets
from plugins.records.content_files import SUFFIX, content_files, find_unused_files
from plugins.records.extract import IndexEntry, column_of, index_entry
from plugins.records.kinds import COLUMN_KINDS
from plugins.records.library import Library
from plugins.records.record import Record


def load_library(content: Path, now: datetime | None = None) -> Library:
    """Read a whole content folder into memory, as it is at `now`, else at the moment of the build.

    Never raises for what an editor wrote.
    """
    library, paths = open_folder(content)
    read_records(library, bytes_of(content, paths), now or build_time())
    return library


def open_folder(content: Path) -> tuple[Library, list[str]]:
    """A library without records, and the paths of those that it should have."""
    snapshot = take_snapshot(content)
    library = empty_library(content, snapshot, read_configuration(content))
    return library, [path for path, _ in record_files(content_files(snapshot), library.columns)]


def bytes_of(content: Path, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    return ((path, (content / path).read_bytes()) for path in paths)


def read_records(
    library: Library, files: Iterable[tuple[str, bytes]], now: datetime, judged: bool = True
) -> None:
    """Read some files, each with its bytes, into a library without records, as it is at `now`."""
    enter_records(library, read_files(library, files, seconds(now), judged))


def read_files(
    library: Library, files: Iterable[tuple[str, bytes]], now: int, judged: bool = True
) -> Iterator[ReadFile]:
    """Each as it is at `now`, in seconds since 1970.

    With `judged` their words and personal data are, which is half of the work.
    """
    # Imported here: a build whose records are all parsed needs no Markdown.
    from plugins.records.reader import read_record
    from plugins.texts.converter import Converter

    converter = Converter()
    rules = library.text_rules if judged else None
    for path, data in files:
        column = library.column(column_of(path))
        found = read_record(path, data, column, converter, now, rules=rules)
        findings = tuple(each.as_tuple for each in found.findings)
        yield path, found.record, findings, found.is_valid


# The path, the record if there is one, what was found, and whether it may be on the site.
ReadFile = tuple[str, Record | None, tuple[FindingTuple, ...], bool]


def enter_records(library: Library, read: Iterable[ReadFile]) -> None:
    """Put what was read into a library without records."""
    records: dict[str, Record] = {}
    parsed: dict[str, IndexEntry | None] = {}
    for path, record, findings, is_valid in read:
        if record:
            records[path] = record
            if record.extract.acceptances:
                library.acceptances[path] = record.extract.acceptances
        if findings:
            library.record_findings[path] = findings
        parsed[path] = index_entry(record.extract) if record and is_valid else None
        if not is_valid:
            library.invalid[path] = record is not None
    library.open_record = records.__getitem__
    library.entry_of = lambda path: index_entry(records[path].extract)
    replace_entries(library, parsed)


# The texts of bureau.yml, of each column with its kind's traits, and of the items of data files by
# column, as JSON; the data files by path; the bytes of the office's list of words; the findings;
# the entries of redirects.yml.
ConfigurationTuple = tuple[
    str | None,
    list[tuple[str, str, tuple[Any, ...]]],
    dict[str, list[str]],
    dict[str, str],
    bytes,
    list[FindingTuple],
    list[tuple[Any, ...]],
]


class Configuration(NamedTuple):
    """What bureau.yml, the _column.yml, the data files, redirects.yml and the office's list of
    words say; `findings` is what is wrong.
    """

    bureau: Bureau | None
    columns: list[Column]
    data_items: dict[str, list[Any]]
    data_files: dict[str, str]
    words: bytes
    findings: list[Finding]
    redirects: list[Redirect]

    @property
    def own(self) -> OwnNumbers:
        """What the office publishes of itself, with the numbers of whom to ask."""
        if self.bureau is None:
            return OwnNumbers()
        items = (each for items in self.data_items.values() for each in items)
        return own_numbers(self.bureau, (phone for each in items for phone in _phones_of(each)))

    def plain(self) -> ConfigurationTuple:
        """The same as plain values, for `of`: reading YAML takes longer than most builds."""
        return (
            self.bureau.model_dump_json(by_alias=True, exclude_unset=True) if self.bureau else None,
            [
                (
                    c.code,
                    c.facts.model_dump_json(by_alias=True, exclude_unset=True),
                    tuple(c.traits),
                )
                for c in self.columns
            ],
            {
                code: [item.model_dump_json(exclude_unset=True) for item in items]
                for code, items in self.data_items.items()
            },
            self.data_files,
            self.words,
            [found.as_tuple for found in self.findings],
            [tuple(redirect) for redirect in self.redirects],
        )

    @classmethod
    def of(cls, plain: ConfigurationTuple) -> Configuration:
        from plugins.records.data_items import item_model

        bureau, columns, data_items, data_files, words, findings, redirects = plain
        read = [
            Column(code, ColumnFacts.model_validate_json(facts), ColumnTraits(*traits))
            for code, facts, traits in columns
        ]
        models = {each.code: item_model(each) for each in read if each.code in data_items}
        return cls(
            None if bureau is None else Bureau.model_validate_json(bureau),
            read,
            {
                code: [models[code].model_validate_json(item) for item in texts]
                for code, texts in data_items.items()
            },
            data_files,
            words,
            [Finding.from_tuple(found) for found in findings],
            [Redirect._make(redirect) for redirect in redirects],
        )


def read_configuration(content: Path, judged: bool = True) -> Configuration:
    """With `judged` also the words and the personal data of these files are."""
    from plugins.records.data_items import read_items
    from plugins.records.redirects import read_redirects

    bureau, findings = load_bureau(content)
    if bureau is None:
        return Configuration(None, [], {}, {}, b"", findings, [])
    if bureau.traditional.words or bureau.english.words:
        from plugins.languages.checks import check_words

        source = (content / BUREAU_FILE).read_text(encoding="utf-8", errors="replace")
        findings += check_words(bureau, source)
    columns, problems = load_columns(content, bureau, COLUMN_KINDS)
    findings += problems
    data_items, data_files = {}, {}
    for column in columns:
        if column.traits.has_data:
            data = read_items(content, column)
            data_items[column.code] = data.items
            data_files[column.data_path] = data.text
            findings += data.findings
    words = _read_words(content)
    if words:
        from plugins.wording import read_office_list

        findings += read_office_list(words, WORDS_FILE)[1]
    redirects, problems = read_redirects(content, bureau.host)
    findings += problems
    read = Configuration(bureau, columns, data_items, data_files, words, findings, redirects)
    if judged:
        findings += _text_findings(content, read)
    findings[:] = without_numbers(findings, read.own)
    return read


def _read_words(content: Path) -> bytes:
    file = content / WORDS_FILE
    return file.read_bytes() if file.is_file() and not file.is_symlink() else b""


def _text_findings(content: Path, read: Configuration) -> list[Finding]:
    from plugins.records.text_rules import TextRules

    def text(path: str) -> str:
        return (content / path).read_text(encoding="utf-8-sig", errors="replace")

    rules = TextRules(read.bureau, read.columns, read.own, read.words)
    of_columns = [
        (column, text(column.path), read.data_files.get(column.data_path, ""))
        for column in read.columns
    ]
    return rules.check_configuration(text(BUREAU_FILE), of_columns)


def empty_library(
    content: Path,
    snapshot: Snapshot,
    configuration: Configuration,
    described: Mapping[str, AssetEntry] | None = None,
) -> Library:
    """A library without records. `described` are assets that an earlier build described."""
    files = content_files(snapshot)
    bureau, columns, data_items, data_files, words, findings, redirects = configuration
    own = configuration.own
    assets = Assets(content, files, described, own)
    library = Library(content, bureau, assets, columns, data_items, data_files, own, words)
    library.redirects = redirects
    library.general_findings = [*findings]
    if bureau is not None:
        library.invalid.update(dict.fromkeys(_in_broken_columns(files, columns), False))
        library.general_findings += find_unused_files(snapshot, columns)
    return library


def _phones_of(item: Any) -> Sequence[str]:
    """The numbers that a topic of whom to ask gives."""
    return getattr(item, "phones", ())


def record_files(files: Iterable[str], columns: list[Column]) -> list[tuple[str, Column]]:
    """Those of some files that are records, the columns in the order of the navigation."""
    with_records = [column.code for column in columns if column.traits.has_records]
    records: dict[str, list[str]] = {code: [] for code in with_records}
    for path in files:
        folder = path.partition("/")[0]
        if folder in records and path.endswith(SUFFIX):
            records[folder].append(path)
    return [(path, column) for column in columns for path in records.get(column.code, ())]


def _in_broken_columns(files: Iterable[str], columns: list[Column]) -> list[str]:
    """The records of columns whose _column.yml can't be read."""
    valid = {column.code for column in columns}
    folders = {p.removesuffix(f"/{COLUMN_FILE}") for p in files if p.endswith(COLUMN_FILE)}
    broken = {folder for folder in folders if "/" not in folder} - valid
    return [path for path in files if path.partition("/")[0] in broken and path.endswith(SUFFIX)]


def replace_entries(library: Library, parsed: Mapping[str, IndexEntry | None]) -> set[str]:
    """Put the entries of some files in place of what the library has of them; None removes.

    Returns the ids whose entry may be another one now. Where two files have one address it belongs
    to the one published first.
    """
    claims: dict[str, list[IndexEntry]] = {}
    before = library.ids_by_path if library.entries else {}
    losers = {path: id for id, paths in library.duplicates.items() for path in paths}
    for path, entry in parsed.items():
        for identifier in (before.get(path), losers.get(path)):
            if identifier is not None:
                claims.setdefault(identifier, [])
        if entry is not None:
            claims.setdefault(identifier_of(entry), []).append(entry)
    for identifier, new in claims.items():
        entries = [library.entries[identifier]] if identifier in library.entries else []
        entries += [
            library.entry_of(path)
            for path in library.duplicates.pop(identifier, ())
            if path not in parsed
        ]
        rivals = [entry for entry in entries if entry.path not in parsed] + new
        rivals.sort(key=lambda entry: (entry.published, entry.path))
        library.entries.pop(identifier, None)
        if rivals:
            library.entries[identifier] = rivals[0]
        if len(rivals) > 1:
            library.duplicates[identifier] = [entry.path for entry in rivals[1:]]
    vars(library).pop("ids_by_path", None)
    vars(library).pop("faces_fingerprint", None)
    library.records.forget()
    return set(claims)


def identifier_of(entry: IndexEntry) -> str:
    """The id of a record: its column and its slug, which end its address; in English `en/…`."""
    english = is_english(entry.address)
    address = entry.address.removeprefix(f"{ENGLISH}/") if english else entry.address
    column, _, rest = address.partition("/")
    slug = rest.rpartition("/")[2].removesuffix(".html")
    return f"{column}/{slug}{ENGLISH_SUFFIX if english else ''}"

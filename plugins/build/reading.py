"""A whole content folder as a library, read on every core where it is large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from plugins.clock import seconds
from plugins.incremental.snapshot import take_snapshot
from plugins.records import Library, Record
from plugins.records.content_files import content_files
from plugins.records.extract import Extract, column_of
from plugins.records.loading import (
    ReadFile,
    empty_library,
    enter_records,
    read_configuration,
    read_records,
    record_files,
)
from plugins.records.record import Content, SourceText
from plugins.workers.parallel import cores, parallel_map

# From so many records on, workers gain more than they cost.
MANY = 500


def read_library(content: Path, now: datetime, many: int = MANY) -> Library:
    """Every record of a folder with what is found about it, as it is at `now`.

    Of `many` records workers give back what lists and the graph need. The text of one that is asked
    for, such as for the line of a finding, is read again.
    """
    snapshot = take_snapshot(content)
    library = empty_library(content, snapshot, read_configuration(content))
    paths = [path for path, _ in record_files(content_files(snapshot), library.columns)]
    if len(paths) < many:
        read_records(library, ((path, (content / path).read_bytes()) for path in paths), now)
    else:
        # In this order, whichever worker was first: of two records with one address one is left.
        order = {path: number for number, path in enumerate(paths)}
        read = parallel_map(paths, partial(_read, library, seconds(now)), cores())
        enter_records(library, _opened(library, now, sorted(read, key=lambda each: order[each[0]])))
    return library


def _read(library: Library, now: int, paths: Iterable[str], _worker: int) -> Iterator[Any]:
    """The plain values of some files; a work for `parallel_map`."""
    from plugins.records.reader import read_record
    from plugins.texts.converter import Converter

    converter, rules = Converter(), library.text_rules
    for path in paths:
        data, column = (library.content / path).read_bytes(), library.column(column_of(path))
        found = read_record(path, data, column, converter, now, rules=rules)
        extract = tuple(found.record.extract) if found.record else None
        yield path, extract, tuple(each.as_tuple for each in found.findings), found.is_valid


def _opened(library: Library, now: datetime, read: Iterable[Any]) -> Iterator[ReadFile]:
    """With records that read their file again when they are opened."""
    open_content = partial(_content, library, seconds(now))
    open_file = partial(_written, library)
    for path, plain, findings, is_valid in read:
        extract = Extract._make(plain) if plain else None
        record = Record(extract, b"", open_content, open_file) if extract else None
        yield path, record, findings, is_valid


def _content(library: Library, now: int, path: str) -> Content:
    """Raises KeyError where the file changed meanwhile and gives no record any more."""
    from plugins.records.reader import read_record
    from plugins.texts.converter import Converter

    data, column = (library.content / path).read_bytes(), library.column(column_of(path))
    record = read_record(path, data, column, Converter(), now).record
    if record is None:
        raise KeyError(path)
    return record.content


def _written(library: Library, path: str) -> SourceText:
    from plugins.records.reader import read_source_text

    return read_source_text(path, (library.content / path).read_bytes())

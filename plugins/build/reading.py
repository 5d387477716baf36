"""A whole content folder as a library, read on every core where it is large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from plugins.clock import seconds
from plugins.records import Library, Record
from plugins.records.extract import Extract, column_of
from plugins.records.loading import (
    ReadFile,
    bytes_of,
    enter_records,
    open_folder,
    read_files,
    read_records,
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
    library, paths = open_folder(content)
    if len(paths) < many:
        read_records(library, bytes_of(content, paths), now)
    else:
        # In this order, whichever worker was first: of two records with one address one is left.
        order = {path: number for number, path in enumerate(paths)}
        read = parallel_map(paths, partial(_read, library, seconds(now)), cores())
        enter_records(library, _opened(library, now, sorted(read, key=lambda each: order[each[0]])))
    return library


def _read(library: Library, now: int, paths: Iterable[str], _worker: int) -> Iterator[Any]:
    """The plain values of some files; a work for `parallel_map`."""
    for path, record, findings, is_valid in read_files(
        library, bytes_of(library.content, paths), now
    ):
        yield path, tuple(record.extract) if record else None, findings, is_valid


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

"""What is found about one record, without reading what can have nothing to do with it.

Records matter to each other where one names the other: by its slug, by the name of its file, or by
the title of a statute; and where both have a value that only one should have. So a search for these
words in all files, which takes a moment, says which of them must be read. Of others the head is
enough, for the words of messages: what may have been meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from plugins.bureau import Column
from plugins.clock import seconds
from plugins.findings import Finding
from plugins.incremental.snapshot import take_snapshot
from plugins.privacy import without_numbers
from plugins.records import Library
from plugins.records.acceptances import Acceptances
from plugins.records.content_files import content_files
from plugins.records.loading import (
    empty_library,
    read_configuration,
    read_records,
    record_files,
)
from plugins.records.record_citations import statutes_named_in
from plugins.relations import Graph, build_graph
from plugins.relations.cross_record_rules import check_record, check_shared_values, needs_check
from plugins.relations.statutes import bare_title

HEAD = re.compile(rb"\s*-{3,}[ \t]*\r?\n.*?\n-{3,}[ \t]*(?:\r?\n|\Z)", re.S)
OWN_SLUG = re.compile("^(?:网址名|slug)\\s*(?:[:：])\\s*([a-z0-9-]+)".encode(), re.M | re.I)
# What stands between the words of a value, however it is written.
SIGNS = re.compile(r"[\W_]+")
# Messages of these rules may suggest any record, or any statute.
OF_ANY = {"dead-link", "reference"}
OF_ANY_STATUTE = {"statute-unknown", "citation-misspelt"}


def findings_of_one(
    content: Path, path: str, now: datetime, staged: Mapping[str, bytes] | None = None
) -> list[Finding] | None:
    """The findings about the record at `path`; None when it is no record of a readable column.

    `staged` are the bytes of files that are to be read in place of what lies in the folder.
    """
    snapshot, configuration = take_snapshot(content), read_configuration(content, judged=False)
    columns = dict(record_files(content_files(snapshot), configuration.columns))
    if path not in columns:
        return None
    staged = staged or {}
    data = {
        each: staged[each] if each in staged else _read(f"{content}/{each}") for each in columns
    }

    def library_of(texts: Mapping[str, bytes], judged: bool = False) -> Library:
        library = empty_library(content, snapshot, configuration)
        read_records(library, texts.items(), now, judged)
        return library

    # What its text itself says is found once, without the others.
    alone = library_of({path: data[path]}, judged=True)
    of_text = [Finding.from_tuple(found) for found in alone.record_findings.get(path, ())]
    unique = _unique_values(alone, path)
    texts = _beside(path, data, columns, unique)

    def found_with(texts: Mapping[str, bytes]) -> list[Finding]:
        return list(_found(library_of(texts), path, now))

    found = found_with(texts)
    rules = {each.rule for each in found}
    others = [
        each
        for each in data
        if rules & OF_ANY or (rules & OF_ANY_STATUTE and columns[each].traits.is_law)
    ]
    if others:
        found = found_with({each: _head(data[each]) for each in others} | texts)
    return list(dict.fromkeys([*of_text, *without_numbers(found, configuration.own)]))


def _found(library: Library, path: str, now: datetime) -> Iterator[Finding]:
    graph = build_graph(library, now)
    shared = check_shared_values(library, graph)
    of_record = _of_record(library, graph, path, now)
    found = (*library.findings, *graph.findings, *shared, *of_record)
    for each in Acceptances.of(library, now).told(found, library):
        if each.path == path:
            yield each


def _of_record(library: Library, graph: Graph, path: str, now: datetime) -> Iterator[Finding]:
    identifier = library.ids_by_path.get(path)
    if identifier is None or not library.entries[identifier].is_shown(seconds(now)):
        return
    record = library.records[identifier]
    if needs_check(record):
        yield from check_record(library, graph, record, now)


def _unique_values(library: Library, path: str) -> list[list[bytes]]:
    """The words of each value that no other record should have; none of a record that is broken."""
    identifier = library.ids_by_path.get(path)
    unique = library.records[identifier].extract.unique if identifier else ()
    values = [written.split(" ", 2)[2] for _, written in unique]
    return [[word.encode() for word in SIGNS.split(value) if word] for value in values]


def _beside(
    path: str,
    data: Mapping[str, bytes],
    columns: Mapping[str, Column],
    unique: Sequence[Sequence[bytes]],
) -> dict[str, bytes]:
    """The record, those that it may name or that may name it, and those that may have one of its
    `unique` values.
    """
    heads = {each: _head(text) for each, text in data.items()}
    ids = {each: f"{columns[each].code}/{_slug(each, head)}" for each, head in heads.items()}
    own = data[path].decode(errors="replace")
    naming = [_stem(path), _slug(path, heads[path])]
    naming_bytes = [name.encode() for name in naming]
    statutes = {bare_title(title).encode() for title in statutes_named_in(own)}

    def matters(each: str) -> bool:
        is_named = _stem(each) in own or ids[each].partition("/")[2] in own
        is_cited = columns[each].traits.is_law and any(title in heads[each] for title in statutes)
        shares = any(all(word in heads[each] for word in words) for words in unique)
        return is_named or is_cited or shares or any(name in data[each] for name in naming_bytes)

    needed = {each for each in data if each == path or matters(each)}
    # Of two records with one address only the older is there to be named.
    addresses = {ids[each] for each in needed}
    return {each: data[each] for each in data if each in needed or ids[each] in addresses}


def _read(file: str) -> bytes:
    """Not through a Path, which takes as long as the reading."""
    with open(file, "rb", buffering=0) as opened:
        return opened.read()


def _head(data: bytes) -> bytes:
    """The head alone; everything where it can't be told from the text."""
    found = HEAD.match(data)
    return found[0] if found else data


def _slug(path: str, head: bytes) -> str:
    found = OWN_SLUG.search(head)
    return found[1].decode() if found else _stem(path)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")

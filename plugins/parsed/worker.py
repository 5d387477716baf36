"""Parsing files in a worker: everything that is ever needed of each is computed once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from plugins.bureau import Column
from plugins.clock import seconds
from plugins.dependencies import ASSET
from plugins.exports.open_data import make_row
from plugins.exports.search_index import make_entry
from plugins.incremental.fingerprint import hash_bytes
from plugins.incremental.store import encode
from plugins.incremental.tracking import track
from plugins.parsed.source import CARD, CONTENT, FIELDS, ROW, SEARCH, Parsed, ParsedSource
from plugins.records.reader import read_record
from plugins.records.record import Record
from plugins.records.text_rules import TextRules
from plugins.site import Site
from plugins.site.cards import make_card
from plugins.texts.converter import Converter

# Decoding is typed (see Sources), so dates and decimals come back as they were.
_encode = msgspec.msgpack.Encoder().encode


class ParseWorker:
    """Parses the files that it is given; called once in each worker."""

    def __init__(self, content: Path, columns: Mapping[str, bytes], site: Site) -> None:
        self._content, self._columns, self._site = content, columns, site

    def __call__(self, files: Iterable[tuple[str, Column]], _worker: int) -> Iterator[Parsed]:
        converter, rules = Converter(), self._site.library.text_rules
        for path, column in files:
            # Not through a Path, which takes as long as the reading.
            with open(f"{self._content}/{path}", "rb", buffering=0) as file:
                data = file.read()
            yield self._parse(path, data, column, converter, rules)

    def _parse(
        self, path: str, data: bytes, column: Column, converter: Converter, rules: TextRules
    ) -> Parsed:
        with track() as tracker:
            now = seconds(self._site.now)
            result = read_record(path, data, column, converter, now, rules=rules)
            record, parts, fields = result.record, {}, ""
            if record and result.is_valid:
                fields = record.content.data.model_dump_json(exclude_unset=True)
                parts = self._parts(record, fields)
        # A record's own values are no inputs of itself.
        others = tuple(sorted(d for d in tracker.dependencies if d[0] == ASSET.name))
        fingerprints = {name: hash_bytes(value) for name, value in parts.items()}
        fingerprints[FIELDS] = hash_bytes(fields.encode())
        parsed = ParsedSource(
            digest=hash_bytes(data),
            column=self._columns[column.code],
            is_valid=result.is_valid,
            findings=tuple(found.as_tuple for found in result.findings),
            extract=tuple(record.extract) if record else None,
            parts=fingerprints,
            dependencies=others,
            since=tracker.since,
            until=tracker.until,
        )
        return path, encode(tuple(parsed)), parts

    def _parts(self, record: Record, fields: str) -> dict[str, bytes]:
        """`fields` are those of the record as JSON."""
        site, text = self._site, record.content.body
        card = make_card(site, record)
        site.set_part(CARD, record, card)
        parts = {
            # The plain words served for the summary on the card: half of the size.
            CONTENT: encode((fields, _encode(replace(text, text="")))),
            CARD: encode(_encode(card)),
            ROW: encode(make_row(site, record)),
            SEARCH: encode(make_entry(site, record)),
        }
        site.forget_parts()
        return parts

"""Open data: the records of some kinds as JSON and CSV, with a described schema, and their page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from plugins.bureau import Column
from plugins.bureau.addresses import DATA_PAGE, STATUTE_SCHEMA
from plugins.dependencies import ROWS
from plugins.exports.catalogue_data import FIELDS, catalogue_columns, catalogue_file
from plugins.exports.citation_data import citation_downloads
from plugins.exports.csv_rows import csv_rows
from plugins.exports.data_fields import SUFFIXES, DataField, schema_text
from plugins.exports.json_rows import json_array, json_object
from plugins.incremental.tracking import depends_on, track
from plugins.records import Record
from plugins.records.field_metadata import is_list, metadata_of
from plugins.records.fields import label_of
from plugins.records.formatting import shown
from plugins.records.kinds import KINDS, RecordModel
from plugins.records.values import Described, PublishedIn
from plugins.site import File, Links, Output, Page, Site
from plugins.site.catalogue import catalogue_size
from plugins.site.head import make_head

FOLDER = "data"
COMMON = (
    DataField("id", "标识", "string", "栏目/网址名，不会改变"),
    DataField("url", "网址", "string", "页面的完整地址"),
    DataField("published", "发布日期", "datetime", "页面发布的时间"),
)


@cache
def fields_of(model: type[RecordModel]) -> tuple[DataField, ...]:
    return (*COMMON, *(_field(model, name) for name in model.open_data))


def open_columns(site: Site) -> Iterator[Column]:
    for column in site.columns:
        model = KINDS.get(column.kind)
        if model and model.open_data:
            yield column


def data_outputs(site: Site) -> Iterator[Output]:
    for column in open_columns(site):
        for suffix in SUFFIXES:
            yield Output(f"{FOLDER}/{column.code}{suffix}", data_file, (column.code, suffix))


def data_file(site: Site, _links: Links, code: str, suffix: str) -> File:
    """The records on the lists of a column: withdrawn and expired ones are not published."""
    column = site.library.column(code)
    fields = fields_of(KINDS[column.kind])
    path = f"{FOLDER}/{code}{suffix}"
    if suffix == ".schema.json":
        return File(path, schema_text(column, fields))
    depends_on(ROWS, code)
    with track():
        rows = [data_row(site, record) for record in site.listed(code)]
    if suffix == ".json":
        return File(path, json_array(as_json for as_json, _ in rows))
    # With a byte order mark: without it most spreadsheet programs misread Chinese.
    head = csv_rows([[field.label for field in fields]])
    return File(path, "".join([head, *(as_csv for _, as_csv in rows)]).encode("utf-8-sig"))


def data_row(site: Site, record: Record) -> tuple[str, str]:
    """The row of a record as a JSON object and as a line of CSV."""
    return site.part("row", record.id, make_row)


def make_row(site: Site, record: Record) -> tuple[str, str]:
    """The row of one record; empty for a kind without open data."""
    if not KINDS[record.kind].open_data:
        return "", ""
    fields = fields_of(KINDS[record.kind])
    identity = {"id": record.id, "url": site.links.absolute(record.address)}
    row = {
        field.name: identity.get(field.name)
        or _value(_in_unit(getattr(record.data, field.name, None), field.per_unit))
        for field in fields
    }
    return json_object(row), csv_rows([["；".join(shown(row[field.name])) for field in fields]])


def data_page(site: Site, links: Links) -> Page:
    head = make_head(
        site,
        links,
        DATA_PAGE,
        "data",
        "数据开放",
        description="本网站公开的数据，可以下载和再次使用，附字段说明。",
    )
    view = {
        "datasets": [
            *(_dataset_view(site, links, column) for column in open_columns(site)),
            *(_catalogue_view(site, links, column) for column in catalogue_columns(site)),
        ],
        "citations": [
            {"name": name, "type": kind, "address": file.path, "size": _size(file.content)}
            for name, kind, file in citation_downloads(site, links)
        ],
        "statutes": [column.address for column in site.columns if column.traits.is_law],
        "statute_schema": STATUTE_SCHEMA,
    }
    return Page("data", head, view)


def _dataset_view(site: Site, links: Links, column: Column) -> dict[str, Any]:
    records = site.listed(column.code)
    return {
        "name": column.name,
        "description": column.facts.description,
        "updated": max((record.changed for record in records), default=None),
        "rows": len(records),
        "files": _downloads(data_file(site, links, column.code, end) for end in SUFFIXES),
        "fields": fields_of(KINDS[column.kind]),
    }


def _catalogue_view(site: Site, links: Links, column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "description": column.facts.description,
        "updated": None,
        "rows": catalogue_size(site),
        "files": _downloads(catalogue_file(site, links, column.code, end) for end in SUFFIXES),
        "fields": FIELDS,
    }


def _downloads(files: Iterable[File]) -> list[dict[str, str]]:
    return [
        {"type": name, "address": file.path, "size": _size(file.content)}
        for name, file in zip(SUFFIXES.values(), files, strict=True)
    ]


def _size(content: bytes) -> str:
    return f"{max(1, len(content) // 1024)} KB"


def _field(model: type[RecordModel], name: str) -> DataField:
    info = model.model_fields[name]
    described = next(metadata_of(info, Described), None)
    kind = "array" if is_list(info) else described.schema if described else "string"
    words = info.description or (described.words if described else "")
    label, published = label_of(model, name), next(metadata_of(info, PublishedIn), None)
    if published is None:
        return DataField(name, label, kind, words)
    label, words = f"{label}（{published.unit}）", f"以{published.unit}为单位"
    return DataField(name, label, kind, words, published.per_unit)


def _in_unit(value: Any, per_unit: int) -> Any:
    return value / per_unit if isinstance(value, Decimal) else value


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, list | tuple):
        return [_value(item) for item in value]
    return value

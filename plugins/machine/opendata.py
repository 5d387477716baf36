"""Open data: the records of some kinds as JSON and CSV, with a described schema, and their page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from plugins.bureau import Column
from plugins.machine.citations import citation_downloads
from plugins.records import Record
from plugins.records.annotations import is_list, marks
from plugins.records.kinds import KINDS
from plugins.records.values import Described
from plugins.site import File, Links, Page, Site
from plugins.site.head import make_head
from plugins.site.show import shown

FOLDER = "data"


@dataclass(frozen=True)
class DataField:
    """A column of the data: name in code, Chinese label, type as in Frictionless Table Schema."""

    name: str
    label: str
    type: str
    description: str


@dataclass(frozen=True)
class Dataset:
    column: Column
    fields: list[DataField]
    records: list[Record]

    @property
    def name(self) -> str:
        return self.column.code


COMMON = (
    DataField("id", "标识", "string", "栏目/网址名，不会改变"),
    DataField("url", "网址", "string", "页面的完整地址"),
    DataField("published", "发布日期", "datetime", "页面发布的时间"),
)


def datasets(site: Site) -> Iterator[Dataset]:
    """What stands on the lists: withdrawn and expired records are not handed out."""
    for column in site.columns:
        model = KINDS.get(column.kind)
        if model and model.open_data:
            fields = [*COMMON, *(_field(model, name) for name in model.open_data)]
            yield Dataset(column, fields, site.listed[column.code])


def data_files(site: Site, links: Links) -> Iterator[File]:
    for dataset in datasets(site):
        rows = [_row(record, dataset, links) for record in dataset.records]
        base = f"{FOLDER}/{dataset.name}"
        yield File(f"{base}.json", _json(rows))
        yield File(f"{base}.csv", _csv(rows, dataset))
        yield File(f"{base}.schema.json", _json(_schema(dataset)))


def data_page(site: Site, links: Links) -> Page:
    head = make_head(
        site,
        links,
        f"{FOLDER}/index.html",
        "data",
        "数据开放",
        description="本网站公开的数据，可以下载和再次使用，附字段说明。",
    )
    view = {
        "datasets": [_view(site, links, item) for item in datasets(site)],
        "citations": [
            {"name": name, "type": kind, "address": file.path, "size": _size(file.content)}
            for name, kind, file in citation_downloads(site, links)
        ],
    }
    return Page("data", head, view)


def _view(site: Site, links: Links, dataset: Dataset) -> dict[str, Any]:
    rows = [_row(record, dataset, links) for record in dataset.records]
    base = f"{FOLDER}/{dataset.name}"
    contents = {
        "JSON": (f"{base}.json", _json(rows)),
        "CSV": (f"{base}.csv", _csv(rows, dataset)),
        "字段说明": (f"{base}.schema.json", _json(_schema(dataset))),
    }
    return {
        "name": dataset.column.name,
        "description": dataset.column.facts.description,
        "updated": max((record.changed for record in dataset.records), default=None),
        "rows": len(rows),
        "files": [
            {"type": kind, "address": address, "size": _size(content)}
            for kind, (address, content) in contents.items()
        ],
        "fields": dataset.fields,
    }


def _size(content: bytes) -> str:
    return f"{max(1, len(content) // 1024)} KB"


def _field(model: type, name: str) -> DataField:
    info = model.model_fields[name]
    described = next(marks(info, Described), None)
    kind = "array" if is_list(info) else described.schema if described else "string"
    words = info.description or (described.words if described else "")
    return DataField(name, info.title, kind, words)


def _row(record: Record, dataset: Dataset, links: Links) -> dict[str, Any]:
    own = {"id": record.id, "url": links.absolute(record.address)}
    return {
        field.name: own.get(field.name) or _value(getattr(record.data, field.name, None))
        for field in dataset.fields
    }


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


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(rows: list[dict[str, Any]], dataset: Dataset) -> bytes:
    """With a BOM, or the spreadsheet programs of most offices show Chinese as garbage."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(field.label for field in dataset.fields)
    for row in rows:
        writer.writerow("；".join(shown(row[field.name])) for field in dataset.fields)
    return buffer.getvalue().encode("utf-8-sig")


def _schema(dataset: Dataset) -> dict[str, Any]:
    """Frictionless Table Schema."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": dataset.column.name,
        "description": dataset.column.facts.description,
        "primaryKey": ["id"],
        "fields": [
            {
                "name": field.name,
                "title": field.label,
                "type": field.type,
                "description": field.description,
            }
            for field in dataset.fields
        ],
    }

"""The catalogue of what must be published (法定主动公开内容) as CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.bureau import Column
from plugins.exports.csv_rows import csv_rows
from plugins.exports.data_fields import SUFFIXES, DataField, schema_text
from plugins.exports.json_rows import json_array, json_object
from plugins.site import File, Links, Output, Site
from plugins.site.cards import card_of
from plugins.site.catalogue import catalogued

FIELDS = (
    DataField("id", "标识", "string", "栏目/网址名，不会改变"),
    DataField("url", "网址", "string", "页面的完整地址"),
    DataField("category", "类别", "string", "所在的栏目"),
    DataField("index_number", "索引号", "string", "没有编索引号的为空"),
    DataField("title", "名称", "string", ""),
    DataField("summary", "内容概述", "string", ""),
    DataField("made", "生成日期", "date", "信息形成的日期"),
)


def catalogue_columns(site: Site) -> list[Column]:
    return [column for column in site.columns if column.traits.pages == "catalogue"]


def catalogue_outputs(site: Site) -> Iterator[Output]:
    for column in catalogue_columns(site):
        for suffix in SUFFIXES:
            yield Output(f"data/{column.code}{suffix}", catalogue_file, (column.code, suffix))


def catalogue_file(site: Site, links: Links, code: str, suffix: str) -> File:
    path = f"data/{code}{suffix}"
    if suffix == ".schema.json":
        return File(path, schema_text(site.library.column(code), FIELDS))
    rows = [_row(site, links, identifier) for identifier in catalogued(site)]
    if suffix == ".json":
        return File(path, json_array(map(json_object, rows)))
    table = [[field.label for field in FIELDS], *([*row.values()] for row in rows)]
    # With a byte order mark: without it most spreadsheet programs misread Chinese.
    return File(path, csv_rows(table).encode("utf-8-sig"))


def _row(site: Site, links: Links, identifier: str) -> dict[str, Any]:
    card = card_of(site, identifier)
    return {
        "id": identifier,
        "url": links.absolute(card.address),
        "category": card.column_name,
        "index_number": card.index_number,
        "title": card.title,
        "summary": card.summary,
        "made": card.made.isoformat() if card.made else None,
    }

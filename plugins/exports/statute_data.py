"""Each statute as JSON: its facts, its versions, its clauses; and the JSON Schema that says so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from plugins.bureau import Column
from plugins.bureau.addresses import STATUTE_SCHEMA
from plugins.clauses import Clause
from plugins.clauses.model import Part
from plugins.relations.versions import Version
from plugins.site import File, Links, Output, Site
from plugins.site.statute_addresses import data_address


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class PartData(_Data):
    """条文中的款、项、目。"""

    url: Annotated[str, Field(description="这一款、项、目的网址")]
    text: Annotated[str, Field(description="文字，连同写出的序号")]
    parts: Annotated[list[PartData], Field(description="下面的项、目")] = []


class ClauseData(_Data):
    """一条。"""

    label: Annotated[str, Field(description="条序，如 第三十四条之一")]
    number: Annotated[int, Field(description="第几条")]
    inserted: Annotated[int, Field(description="之几；没有的是 0")]
    url: Annotated[str, Field(description="这一条的网址")]
    divisions: Annotated[list[str], Field(description="所在的编、分编、章、节，从大到小")]
    paragraphs: Annotated[list[PartData], Field(description="各款")]


class VersionData(_Data):
    """同一部法规的一个文本。"""

    url: Annotated[str, Field(description="页面的网址")]
    validity: Annotated[str, Field(description="时效性")]
    in_force_from: Annotated[
        date | None, Field(description="这个文本从哪天起施行；没有写明的为空")
    ] = None
    amended: Annotated[date | None, Field(description="这个文本由哪天的修改而来")] = None


class StatuteData(_Data):
    """一部法规的一个文本。"""

    schema_: Annotated[str, Field(alias="$schema", description="本格式说明的网址")]
    title: Annotated[str, Field(description="标题")]
    short_title: Annotated[str | None, Field(description="简称")] = None
    url: Annotated[str, Field(description="页面的网址")]
    level: Annotated[str, Field(description="效力级别")]
    issuer: Annotated[str, Field(description="制定机关")]
    document_number: Annotated[str | None, Field(description="公布文号")] = None
    adopted: Annotated[date | None, Field(description="通过日期")] = None
    promulgated: Annotated[date | None, Field(description="公布日期")] = None
    effective: Annotated[date | None, Field(description="施行日期")] = None
    amended: Annotated[list[date], Field(description="历次修改日期")] = []
    validity: Annotated[str, Field(description="时效性，在生成网站的那一刻")]
    repealed: Annotated[date | None, Field(description="废止日期")] = None
    official: Annotated[str | None, Field(description="官方原文的网址")] = None
    versions: Annotated[list[VersionData], Field(description="本站收录的各个文本，从旧到新")]
    clauses: Annotated[list[ClauseData], Field(description="各条")]


def statute_data_outputs(site: Site, column: Column) -> Iterator[Output]:
    """A file for each statute that has a text."""
    for identifier, entry in site.entries(column.code).items():
        if entry.has_text:
            yield Output(data_address(entry.address), statute_file, (identifier,))


def statute_file(site: Site, links: Links, identifier: str) -> File:
    record = site.by_id[identifier]
    data = record.data
    url = links.absolute(record.address)
    shown = StatuteData(
        schema_=links.absolute(STATUTE_SCHEMA),
        title=record.title,
        url=url,
        versions=[_version(each, links) for each in site.graph.statutes.work(identifier).versions],
        clauses=[_clause(clause, url) for clause in record.body.clauses],
        **{
            name: getattr(data, name)
            for name in StatuteData.model_fields
            if name not in {"schema_", "title", "url", "versions", "clauses"}
        },
    )
    text = shown.model_dump_json(by_alias=True, exclude_none=True, indent=1)
    return File(data_address(record.address), f"{text}\n".encode())


def schema_file(_site: Site, links: Links) -> File:
    schema = StatuteData.model_json_schema(by_alias=True)
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": links.absolute(STATUTE_SCHEMA),
        **schema,
    }
    return File(
        STATUTE_SCHEMA, (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()
    )


def _version(version: Version, links: Links) -> VersionData:
    facts = version.facts
    return VersionData(
        url=links.absolute(version.record.address),
        validity=facts.validity,
        in_force_from=facts.since if facts.since_stated else None,
        amended=max(facts.amendments, default=None),
    )


def _clause(clause: Clause, url: str) -> ClauseData:
    return ClauseData(
        label=clause.number.label,
        number=clause.number.value,
        inserted=clause.number.inserted,
        url=f"{url}#{clause.anchor}",
        divisions=list(clause.divisions),
        paragraphs=list(_parts(clause.paragraphs, url)),
    )


def _parts(parts: Iterable[Part], url: str) -> Iterator[PartData]:
    for part in parts:
        yield PartData(
            url=f"{url}#{part.anchor}", text=part.text, parts=list(_parts(part.parts, url))
        )

"""JSON-LD of a statute in the terms of schema.org's Legislation, which follow the European ELI.

Statutes that amend or repeal others are named only where the site has them.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from plugins.records import Record
from plugins.records.presentation import PageSummary
from plugins.records.structured_data import organisation
from plugins.relations.versions import Version, Work
from plugins.site.model import Site
from plugins.site.urls import Links

NATIONAL = {"法律", "行政法规", "监察法规", "部门规章", "司法解释"}
FORCE = {"尚未生效": "NotInForce", "已修改": "NotInForce", "已废止": "NotInForce"}


def legislation(site: Site, record: Record, page: PageSummary, links: Links) -> dict[str, Any]:
    """Empty values are left out: what is not known is not said."""
    work = site.graph.statutes.work(record.id)
    version = site.graph.statutes.version(record.id)
    facts, get = version.facts, record.data.__dict__.get
    national = get("level") in NATIONAL
    data = {
        "@type": "Legislation",
        "name": page.title,
        "alternateName": facts.short_title,
        "url": page.address,
        "legislationIdentifier": get("document_number"),
        "legislationType": get("level"),
        "legislationJurisdiction": {"@type": "Country", "name": "中国"} if national else None,
        "legislationPassedBy": organisation(get("issuer") or ""),
        "legislationDate": _iso(get("adopted") or get("promulgated")),
        "datePublished": _iso(get("promulgated")),
        "legislationDateVersion": _iso(facts.since) if facts.since_stated else None,
        "legislationLegalForce": FORCE.get(facts.validity, "InForce"),
        "expires": _iso(facts.repealed),
        "dateModified": _iso(max(facts.amendments, default=None)),
        "legislationChanges": _before(work, version, links),
        "description": page.summary,
        "mainEntityOfPage": page.address,
        "inLanguage": "zh-CN",
        "sameAs": facts.official,
    }
    return {name: value for name, value in data.items() if value}


def _before(work: Work, version: Version, links: Links) -> dict[str, str] | None:
    """The text that this one changed."""
    index = next(i for i, each in enumerate(work.versions) if each.record.id == version.record.id)
    if not index:
        return None
    before = work.versions[index - 1].record
    return {"@type": "Legislation", "url": links.absolute(before.address)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

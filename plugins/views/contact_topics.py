"""该找谁: what happens, and who sees to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.bureau import Column
from plugins.dependencies import ITEMS
from plugins.incremental.tracking import depends_on
from plugins.records.kinds.contact_topic import ContactTopic
from plugins.records.slugs import suggest
from plugins.site.head import make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.urls import Links
from plugins.views.items import grouped, item_link
from plugins.views.lists import column_view, empty_text

URGENT = "有危险，马上打"


def contact_topic_pages(_site: Site, column: Column) -> Iterator[Output]:
    yield Output(column.address, contact_topics_page, (column.code,), changed=0)


def contact_topics_page(site: Site, links: Links, code: str) -> Page:
    column = site.library.column(code)
    depends_on(ITEMS, code)
    head = make_head(site, links, column.address, "whom", column.name, column=column)
    topics: list[ContactTopic] = site.library.data_items.get(code, [])
    urgent = [topic for topic in topics if topic.urgent]
    groups = {URGENT: urgent} if urgent else {}
    groups |= grouped(topic for topic in topics if not topic.urgent)
    view = {
        "column": column_view(column),
        "topic_groups": [
            {"name": name, "urgent": name == URGENT, "topics": [_topic(site, t) for t in found]}
            for name, found in groups.items()
        ],
        "empty": empty_text(site, column),
    }
    return Page("whom", head, view)


def _topic(site: Site, topic: ContactTopic) -> dict[str, Any]:
    found = (item_link(site, link) for link in topic.links)
    return {
        "id": suggest(topic.title),
        "topic": topic,
        "links": [link for link in found if link],
    }

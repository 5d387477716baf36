"""Which outputs have an address that people keep: in bookmarks, judgements, on other sites.

These are the pages and files that exist because an editor made something. Left out are those that
come and go with the calendar or with others: the further pages of lists, lists by year and by
field, the history of a clause, prompts before links; and what only pages load.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.addresses import LEDGER_FILE
from plugins.build.planning import PLAN, PlannedOutput
from plugins.incremental.store import Store, decode

# Functions of outputs, with the modules that they are in below `plugins.`.
KEPT = frozenset(
    {
        "exports.calendars.column_calendar",
        "exports.calendars.event_calendar",
        "exports.catalogue_data.catalogue_file",
        "exports.citation_data.citation_file",
        "exports.feeds.atom_feed",
        "exports.feeds.json_feed",
        "exports.open_data.data_file",
        "exports.open_data.data_page",
        "exports.sitemap.sitemap",
        "exports.statute_data.schema_file",
        "exports.statute_data.statute_file",
        "views.contact_topics.contact_topics_page",
        "views.enforcement_items.enforcement_item_page",
        "views.enforcement_items.enforcement_items_page",
        "views.english.english_home",
        "views.home.home_page",
        "views.moved.moved_page",
        "views.moved.withdrawn_page",
        "views.records.record_page",
        "views.statute_compare.compare_page",
        "views.statutes.text_file",
        "views.utility_pages.search_page",
        "views.utility_pages.site_map_page",
    }
)
# Of these only the page that is the column's own.
KEPT_OF_COLUMN = frozenset(
    {
        "views.catalogue.catalogue_page",
        "views.event_calendar.month_page",
        "views.lists.list_page",
    }
)
COPIED = "build.plan.copied_file"
# Pictures are shown on pages, and exchanged there.
ATTACHMENTS = "files/"
OF_OLD_ADDRESSES = ("views.moved.moved_page", "views.moved.withdrawn_page")


def kept_address(output: PlannedOutput) -> str:
    """The address of an output that people keep; empty where they don't."""
    function = output.function_name.removeprefix("plugins.")
    if function in OF_OLD_ADDRESSES:
        # Its page may stand in a folder of that name.
        return str(output.args[0])
    if function == COPIED:
        return output.path if output.path.startswith(ATTACHMENTS) else ""
    if function in KEPT_OF_COLUMN:
        return output.path if output.path.endswith("/index.html") else ""
    return output.path if function in KEPT else ""


def kept_addresses(store: Store) -> Iterator[str]:
    """Of the plan of the last build."""
    sql = "SELECT value FROM node WHERE name GLOB ?"
    for (value,) in store.execute(sql, (f"{PLAN}*",)):
        for plain in decode(value):
            if address := kept_address(PlannedOutput._make(plain)):
                yield address


def ledger_in(content: Path) -> str:
    """The text of the ledger of a content folder; empty where there is none."""
    try:
        return (content / LEDGER_FILE).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""

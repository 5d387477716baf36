"""An iCalendar file for every event and one for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import TYPE_CHECKING

from plugins.bureau import Column
from plugins.records import Record
from plugins.records.presentation import CalendarEntry
from plugins.site import File, Links, Output, Site
from plugins.site.cards import card

if TYPE_CHECKING:
    from icalendar import Event

# icalendar is imported where it is used: most rebuilds touch no calendar.


def calendar_outputs(site: Site, column: Column) -> Iterator[Output]:
    yield Output(f"{column.code}/all.ics", column_calendar, (column.code,))
    for identifier, entry in site.entries(column.code).items():
        yield Output(_address(entry.address), event_calendar, (identifier,))


def _address(page: str) -> str:
    return f"{page.removesuffix('.html')}.ics"


def column_calendar(site: Site, links: Links, code: str) -> File:
    column = site.library.column(code)
    name = f"{site.bureau.site_name}·{column.name}"
    return File(f"{code}/all.ics", _calendar(site, links, name, site.listed(code)))


def event_calendar(site: Site, links: Links, identifier: str) -> File:
    event = site.by_id[identifier]
    return File(_address(event.address), _calendar(site, links, event.title, [event]))


def _calendar(site: Site, links: Links, name: str, records: Iterable[Record]) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{site.bureau.name}//{site.bureau.host}//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    entries = [
        (entry, record) for record in records if (entry := record.data.calendar_entry()) is not None
    ]
    for entry, record in sorted(entries, key=lambda item: (item[0].start, item[1].id)):
        calendar.add_component(_event(site, links, record, entry))
    text: bytes = calendar.to_ical()
    return text


def _event(site: Site, links: Links, record: Record, entry: CalendarEntry) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{record.id}@{site.bureau.host}")
    # The last change of the record, not the moment of the build: builds must be reproducible.
    event.add("dtstamp", record.changed.astimezone(UTC))
    event.add("dtstart", entry.start.astimezone(UTC))
    event.add("dtend", entry.end.astimezone(UTC))
    event.add("summary", f"【已取消】{record.title}" if entry.cancelled else record.title)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("location", entry.place)
    event.add("description", f"{card(site, record).summary}\n联系电话：{entry.phone}")
    event.add("url", links.absolute(record.address))
    return event

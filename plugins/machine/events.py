"""An iCalendar file for every event and one for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC

from icalendar import Calendar, Event

from plugins.records import Record
from plugins.site import File, Links, Site
from plugins.site.cards import summary_of


def calendar_files(site: Site, links: Links) -> Iterator[File]:
    for column in site.columns:
        if column.kind != "event":
            continue
        events = [record for record in site.records if record.column == column.code]
        name = f"{site.bureau.site_name}·{column.name}"
        listed = [record for record in events if site.on_lists(record)]
        yield File(f"{column.code}/all.ics", _calendar(site, links, name, listed))
        for event in events:
            path = f"{event.address.removesuffix('.html')}.ics"
            yield File(path, _calendar(site, links, event.title, [event]))


def _calendar(site: Site, links: Links, name: str, records: Iterable[Record]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//{site.bureau.name}//{site.bureau.host}//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for record in sorted(records, key=lambda item: (item.data.start, item.id)):
        calendar.add_component(_event(site, links, record))
    return calendar.to_ical()


def _event(site: Site, links: Links, record: Record) -> Event:
    data = record.data
    event = Event()
    event.add("uid", f"{record.id}@{site.bureau.host}")
    # The last change of the record, not the moment of the build: builds must be reproducible.
    event.add("dtstamp", record.changed.astimezone(UTC))
    event.add("dtstart", data.start.astimezone(UTC))
    event.add("dtend", data.end.astimezone(UTC))
    event.add("summary", f"【已取消】{record.title}" if data.cancelled else record.title)
    event.add("status", "CANCELLED" if data.cancelled else "CONFIRMED")
    event.add("location", data.place)
    event.add("description", f"{summary_of(site, record)}\n联系电话：{data.phone}")
    event.add("url", links.absolute(record.address))
    return event

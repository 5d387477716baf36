"""Arranging the site anew: everything is read, connected and planned."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.build.ground import Ground
from plugins.build.prepare import prepare
from plugins.build.report import Report, report_of
from plugins.build.rows import Sums
from plugins.build.stage import Stage
from plugins.build.standing import standing_of
from plugins.bureau import Column
from plugins.clock import midnight
from plugins.rebuild.progress import progress
from plugins.rebuild.reads import overlap, reading
from plugins.records import Library
from plugins.records.record import Read
from plugins.site import Site
from plugins.site.model import DAY


def arrange(ground: Ground, aside: Callable[[], None]) -> Stage | Report:
    """Only a report where there is no site, because bureau.yml can't be read. `aside` is done while
    workers read.
    """
    told, found, now, memory, readings, assets = ground

    def read(library: Library, files: list[tuple[str, Column]]) -> Iterator[Read]:
        site = Site(library, None, now, told.links(library.bureau), told.preview)
        with progress("读取稿件", len(files)) as tell:
            yield from readings.read(files, site, told.workers, tell, aside)

    with reading() as reads:
        prepared = prepare(
            told.content,
            now,
            assets,
            site_address=told.address,
            relative=told.relative,
            preview=told.preview,
            tree=found.content,
            read=read,
            described=memory.part("standing")[-1] if memory.head else None,
        )
    site = prepared.site
    report = report_of(prepared.findings, site)
    if site is None:
        return report
    # The plan and its findings speak of the day.
    today = midnight(now.date())
    survey = readings.survey(readings.rows)
    of_files = {plain for findings in survey.findings.values() for plain in findings}
    general = tuple(plain for plain in report.findings if plain not in of_files)
    return Stage(
        site,
        prepared.outward,
        standing_of(prepared, general),
        report,
        survey.findings,
        Sums.of(readings, site),
        overlap((reads.since, reads.until), (today, today + DAY), survey[:2]),
        prepared.planned,
        survey.files,
    )

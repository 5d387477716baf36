"""The page of a statute's clauses through time: each with its words in every version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plugins.bureau import Column
from plugins.relations.versions import Version
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.statute_addresses import history_address, stage_id
from plugins.site.urls import Links
from plugins.statutes.clause_history import ClauseHistory, clause_histories
from plugins.statutes.compare import Segment, difference, words_of
from plugins.views.statute_versions import since


class StageView(NamedTuple):
    """A clause in one version; `label` is empty where the version has no such clause. `segments`
    are its words, marked against those of the version before; none where nothing changed.
    """

    id: str
    since: str
    label: str
    address: str
    segments: tuple[Segment, ...]


class ClauseHistoryView(NamedTuple):
    """`stages` are newest first. `id` is the anchor in the newest version, unless dropped there."""

    id: str
    label: str
    dropped: bool
    stages: list[StageView]


def history_pages(site: Site, column: Column) -> Iterator[Output]:
    """A page for each statute with more than one text."""
    for work in site.graph.statutes.works:
        if len(work.with_text) > 1:
            newest = work.with_text[-1].record
            if newest.column == column.code:
                yield Output(history_address(newest), history_page, (newest.id,), changed=0)


def history_page(site: Site, links: Links, identifier: str) -> Page:
    versions = site.graph.statutes.work(identifier).with_text
    newest = site.by_id[identifier]
    column = site.column(newest)
    heading = f"《{newest.title}》条文沿革"
    crumbs = (
        Crumb(column.name, column.address),
        Crumb(newest.title, newest.address),
        Crumb("条文沿革", None),
    )
    address = history_address(newest)
    head = make_head(site, links, address, "compare", heading, column=column, crumbs=crumbs)
    histories = clause_histories([version.record.body.clauses for version in versions])
    view = {
        "versions": [
            {"since": since(version), "address": version.record.address}
            for version in reversed(versions)
        ],
        "histories": [_history_view(history, versions) for history in histories],
    }
    return Page("clause-history", head, view)


def _history_view(history: ClauseHistory, versions: Sequence[Version]) -> ClauseHistoryView:
    stages = [_stage_view(history, versions, index) for index in range(len(versions))]
    latest = max(index for index, clause in enumerate(history) if clause)
    clause = history[latest]
    assert clause is not None
    dropped = latest < len(versions) - 1
    anchor = f"{versions[latest].record.slug}-{clause.anchor}-dropped" if dropped else clause.anchor
    return ClauseHistoryView(anchor, clause.label, dropped, stages[::-1])


def _stage_view(history: ClauseHistory, versions: Sequence[Version], index: int) -> StageView:
    clause, version = history[index], versions[index]
    if clause is None:
        return StageView("", since(version), "", version.record.address, ())
    before = history[index - 1] if index else None
    words = words_of(clause)
    if before is None:
        segments: tuple[Segment, ...] = (Segment("kept", words),)
    elif words_of(before) == words:
        segments = ()
    else:
        segments = difference(words_of(before), words)
    record = version.record
    address = f"{record.address}#{clause.anchor}"
    return StageView(
        stage_id(record, clause.anchor), since(version), clause.label, address, segments
    )

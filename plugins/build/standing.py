"""What stands where on the site, as plain values: kept when it was worked out, and taken up again.

As long as no record's outline changes, the lists, the graph and the plan of a site are the same,
and a build can go on from here without a look at more than the records that did change.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.rebuild.packing import pack, unpack
from plugins.records import Library, Record
from plugins.records.assets import Assets
from plugins.relations.citations import Citations
from plugins.relations.graph import Graph
from plugins.relations.statutes import Statutes
from plugins.site import Links, Site
from plugins.site.outward import Outward

if TYPE_CHECKING:
    from plugins.build.prepare import Prepared


class Standing(NamedTuple):
    """`paths` are those of all records by id; `general` the findings that no single file made;
    `bureau` are the bureau, its columns and its matters, packed.
    """

    order: list[str]
    lists: dict[str, list[str]]
    paths: dict[str, str]
    leads: dict[str, tuple]
    of_clause: dict[str, list[str]]
    of_statute: dict[str, list[str]]
    forward: dict[str, dict[str, list[str]]]
    backward: dict[str, dict[str, list[str]]]
    links: dict[str, tuple]
    outward: tuple[str, ...]
    general: tuple[tuple, ...]
    left_out: tuple[str, ...]
    bureau: bytes
    data_files: dict[str, str]
    assets: dict[str, tuple]


def standing_of(prepared: Prepared, general: tuple) -> Standing:
    site = prepared.site
    library, graph = site.library, site.graph
    return Standing(
        order=site.order,
        lists=site.lists,
        paths={identifier: record.path for identifier, record in library.records.items()},
        leads=graph.citations.leads,
        of_clause=graph.citations.of_clause,
        of_statute=graph.citations.of_statute,
        forward=graph.forward,
        backward=graph.backward,
        links=graph.links,
        outward=tuple(prepared.outward),
        general=general,
        left_out=tuple(library.left_out),
        bureau=pack((library.bureau, library.columns, library.matters)),
        data_files=library.data_files,
        assets=library.assets.described,
    )


class Opened(Mapping[str, Record]):
    """Records by id, each made when it is first asked for."""

    def __init__(self, ids: Collection[str], open_record: Callable[[str], Record]) -> None:
        self._ids, self._open = ids, open_record
        self._records: dict[str, Record] = {}

    def __getitem__(self, identifier: str) -> Record:
        record = self._records.get(identifier)
        if record is None:
            if identifier not in self._ids:
                raise KeyError(identifier)
            record = self._records[identifier] = self._open(identifier)
        return record

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def site_of(
    held: Standing,
    content: Any,
    tree: Mapping[str, tuple],
    now: datetime,
    links_of: Callable[[Any], Links],
    preview: bool,
    open_record: Callable[[str], Record],
) -> tuple[Site, Outward]:
    """The site as it stood, its records opened by path when they are asked for. Raises Damaged."""
    bureau, columns, matters = unpack(held.bureau)
    everything = Opened(held.paths, lambda identifier: open_record(held.paths[identifier]))
    library = Library(
        content,
        bureau,
        columns,
        everything,
        matters,
        held.data_files,
        Assets(content, tree, held.assets),
        list(held.left_out),
    )
    citing = {column.code for column in columns if column.traits.is_law}

    def statutes() -> Statutes:
        named = (id for id in held.order if id.partition("/")[0] in citing)
        return Statutes(map(everything.__getitem__, named))

    citations = Citations(statutes, held.leads, held.of_clause, held.of_statute)
    graph = Graph(
        library,
        lambda: map(everything.__getitem__, held.order),
        citations,
        held.forward,
        held.backward,
        held.links,
    )
    site = Site(library, graph, now, links_of(bureau), preview)
    # Worked out by an earlier build; a site works them out when it is first asked.
    shown = Opened(dict.fromkeys(held.order), everything.__getitem__)
    vars(site).update(order=held.order, lists=held.lists, by_id=shown)
    return site, Outward(held.outward)

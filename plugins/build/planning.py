"""Bringing the plan up to date: which outputs there are, and which of them are new or different."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from plugins.build.plan import OLD_ADDRESSES, Part, collisions
from plugins.findings import Finding
from plugins.incremental.nodes import Computed, Nodes
from plugins.incremental.tracking import track
from plugins.site import Output, Site
from plugins.site.page import function_named

# Nodes: the parts of the plan, and the outputs as they were rendered last.
PLAN, PAGE = "plan ", "page "
NEW, MOVED = "新的页面", "它在网站上的位置或列表变了"
Plain = tuple[Any, ...]


class PlannedOutput(NamedTuple):
    """An `Output` as plain values: its path, the name of its function, its arguments."""

    path: str
    function_name: str
    args: Plain
    changed: int | None

    def output(self) -> Output:
        return Output(self.path, function_named(self.function_name), self.args, self.changed)


class Plan:
    """The planned outputs of all parts.

    `stale` are the new and different outputs by path, each with a reason in `reasons`; `removed`
    are paths that no output has any more. `collisions` are findings about outputs with one path.
    """

    def __init__(
        self, nodes: Nodes, site: Site, parts: Mapping[str, Part], collisions: list[Plain] | None
    ) -> None:
        """`collisions` are those of the last build, None where nothing is known of it."""
        self._nodes, self._parts, self._stored_collisions = nodes, parts, collisions
        self._outputs: dict[str, tuple[PlannedOutput, ...]] = {}
        self._pages: dict[str, tuple[tuple[str, int], ...]] = {}
        self.stale: dict[str, PlannedOutput] = {}
        self.reasons: dict[str, str] = {}
        self.removed: set[str] = set()
        self.collisions: list[Plain] = collisions or []
        self.paths_changed = False
        site.plan_names = tuple(parts)
        site.planned_pages = self.pages
        site.planned_paths = self.paths

    def update(self, scopes: set[str], now: int, forced: set[str]) -> None:
        """Plan stale parts and those in `forced` again; adds the scopes of those that changed."""
        stale = self._nodes.stale(scopes, PLAN) | self._nodes.expired(now, PLAN)
        added: set[str] = set()
        gone: set[str] = set()
        for name, part in self._parts.items():
            if name == OLD_ADDRESSES and (added or gone):
                # It comes last, as it is made of what the others have.
                scopes.add("paths")
                stale |= self._nodes.stale({"paths"}, PLAN)
            if PLAN + name in self._nodes and PLAN + name not in stale and name not in forced:
                continue
            before = {output.path: output for output in self.outputs(name)}
            after = {output.path: output for output in self._plan_again(name, part)}
            if tuple(before.values()) != self.outputs(name):
                scopes.add(f"plan {name}")
            gone |= before.keys() - after.keys()
            added |= after.keys() - before.keys()
            for path, output in after.items():
                known = before.get(path)
                if known is None or known[1:3] != output[1:3]:
                    self._add_stale(output, NEW if known is None else MOVED)
        self.removed = gone - added
        self.paths_changed = bool(gone or added)
        self._update_collisions()

    def _plan_again(self, name: str, part: Part) -> tuple[PlannedOutput, ...]:
        with track() as tracker:
            planned = tuple(
                PlannedOutput(o.path, o.function_name, o.args, o.changed) for o in part()
            )
        self._outputs[name] = planned
        self._pages.pop(name, None)
        self._nodes.put(PLAN + name, Computed.of(tuple(map(tuple, planned)), tracker))
        return planned

    def _add_stale(self, output: PlannedOutput, reason: str) -> None:
        self.stale[output.path], self.reasons[output.path] = output, reason

    def _update_collisions(self) -> None:
        """Another output may be written now at a path that two had; to look takes all parts."""
        for path in self._collided():
            first = self._first(path)
            if first is not None:
                self.removed.discard(path)
                self._add_stale(first, MOVED)
        if self.paths_changed or self._stored_collisions is None:
            paths = (output.path for output in self.all())
            self.collisions = [found.as_tuple for found in collisions(paths)]

    def _collided(self) -> set[str]:
        return {Finding.from_tuple(plain).path for plain in self.collisions}

    def _first(self, path: str) -> PlannedOutput | None:
        """The output that is written at a path: that of the first part."""
        return next((output for output in self.all() if output.path == path), None)

    def outputs(self, name: str) -> tuple[PlannedOutput, ...]:
        found = self._outputs.get(name)
        if found is None:
            stored = self._nodes.value(PLAN + name) or ()
            found = self._outputs[name] = tuple(map(PlannedOutput._make, stored))
        return found

    def pages(self, name: str) -> tuple[tuple[str, int], ...]:
        """The pages of a part that may be indexed, with the time of their last change."""
        found = self._pages.get(name)
        if found is None:
            outputs = self.outputs(name)
            pages = ((o.path, o.changed) for o in outputs if o.changed is not None)
            found = self._pages[name] = tuple(pages)
        return found

    def paths(self) -> frozenset[str]:
        """Of all outputs but pages at old addresses."""
        names = (name for name in self._parts if name != OLD_ADDRESSES)
        return frozenset(output.path for name in names for output in self.outputs(name))

    def all(self) -> Iterator[PlannedOutput]:
        for name in self._parts:
            yield from self.outputs(name)

    def at(self, paths: Iterable[str]) -> list[PlannedOutput]:
        """The outputs that are written at some paths, planned now or when they were rendered."""
        collided, found = self._collided(), []
        for path in paths:
            output = self._first(path) if path in collided else self.stale.get(path)
            found.append(output or PlannedOutput._make(self._nodes.value(PAGE + path)))
        return found

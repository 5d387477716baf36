"""Bringing the plan up to date: which outputs there are, and which of them are new or different."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.build.plan import Part, collisions
from plugins.incremental.nodes import Nodes
from plugins.incremental.tracking import track
from plugins.site import Output, Site
from plugins.site.page import function_named

PLAN = "plan "
NEW, MOVED = "新的页面", "它在网站上的位置或列表变了"


class PlannedOutput(NamedTuple):
    """An `Output` as plain values: its path, the name of its function, what that is given."""

    path: str
    maker: str
    given: tuple
    changed: int | None

    def output(self) -> Output:
        return Output(self.path, function_named(self.maker), self.given, self.changed)


class Plan:
    """The planned outputs of all parts. `stale` has a reason for each new or different output."""

    def __init__(self, nodes: Nodes, site: Site, parts: Mapping[str, Part]) -> None:
        self._nodes, self._parts = nodes, parts
        self._outputs: dict[str, tuple[PlannedOutput, ...]] = {}
        self._pages: dict[str, tuple[tuple[str, int], ...]] = {}
        self.stale: dict[str, PlannedOutput] = {}
        self.reasons: dict[str, str] = {}
        self.removed: set[str] = set()
        self.paths_changed = False
        site.plan_names = tuple(parts)
        site.planned_pages = self.pages

    def update(self, scopes: set[str], now: int, forced: set[str], collided: set[str]) -> None:
        """Plan stale parts and those in `forced` again; adds the scopes of those that changed.

        `collided` are paths that two outputs had in the last build: another may be written now.
        """
        stale = self._nodes.stale(scopes, PLAN) | self._nodes.expired(now, PLAN)
        added: set[str] = set()
        gone: set[str] = set()
        for name, part in self._parts.items():
            key = PLAN + name
            if key in self._nodes and key not in stale and name not in forced:
                continue
            before = {output.path: output for output in self.outputs(name)}
            with track() as tracker:
                planned = _plain(part())
            after = {output.path: output for output in planned}
            if tuple(before.values()) != planned:
                scopes.add(f"plan {name}")
            self._outputs[name] = planned
            self._pages.pop(name, None)
            self._nodes.put(key, tuple(map(tuple, planned)), tracker, "")
            gone |= before.keys() - after.keys()
            added |= after.keys() - before.keys()
            for path, output in after.items():
                known = before.get(path)
                if known is None or known[1:3] != output[1:3]:
                    self.stale[path] = output
                    self.reasons[path] = NEW if known is None else MOVED
        for path in collided:
            output = self.first(path)
            if output is not None:
                gone.discard(path)
                self.stale[path], self.reasons[path] = output, MOVED
        self.removed = gone - added
        self.paths_changed = bool(gone or added)

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

    def all(self) -> Iterator[PlannedOutput]:
        for name in self._parts:
            yield from self.outputs(name)

    def first(self, path: str) -> PlannedOutput | None:
        """The output that is written at a path: that of the first part."""
        return next((output for output in self.all() if output.path == path), None)

    def collisions(self, stored: list[tuple] | None) -> list[tuple]:
        """Findings about outputs with one path; to look for them takes all parts."""
        if stored is not None and not self.paths_changed:
            return stored
        return [found.as_tuple for found in collisions(output.path for output in self.all())]


def _plain(outputs: Iterator[Output]) -> tuple[PlannedOutput, ...]:
    return tuple(
        PlannedOutput(output.path, output.maker, output.given, output.changed) for output in outputs
    )

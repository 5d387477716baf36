"""Which files changed since the last build, and what that makes stale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from plugins.build.site_facts import SiteFacts
from plugins.build.sources import ParsedSource, Sources
from plugins.bureau import Column
from plugins.incremental.nodes import Nodes
from plugins.incremental.snapshot import Snapshot
from plugins.records import Library
from plugins.records.assets import ASSET_FOLDERS
from plugins.records.loading import record_files
from plugins.site import Site

SOURCE = "source "


class SourceChanges:
    """`stale` files must be parsed; `new` are parsed sources that the index doesn't have yet.

    `removed` files are gone. `assets` says whether a file below files/ or images/ changed.
    """

    def __init__(
        self, library: Library, sources: Sources, nodes: Nodes, facts: SiteFacts, now: int
    ) -> None:
        self._library, self._sources, self._nodes = library, sources, nodes
        self._facts, self._now = facts, now
        self._columns: dict[str, Column] = {}
        self.stale: list[str] = []
        self.new: dict[str, ParsedSource] = {}
        self.removed: set[str] = set()
        self.assets = False

    def find(self, before: Snapshot, content: Snapshot, scopes: set[str]) -> None:
        """Compare two snapshots of the content; adds the scopes of files that are no records."""
        library = self._library
        changed = {path for path, stat in content.items() if before.get(path) != stat}
        changed |= before.keys() - content.keys()
        self._note_files(changed, before, content, scopes)
        self._columns = dict(record_files(changed & content.keys(), library.columns))
        again = self._nodes.stale(scopes, SOURCE) | self._nodes.expired(self._now, SOURCE)
        paths = [name.removeprefix(SOURCE) for name in again]
        self._columns |= record_files([p for p in paths if p in content], library.columns)
        known = {*library.ids_by_path, *library.invalid}
        known.update(path for paths in library.duplicates.values() for path in paths)
        readable = {column.code for column in library.columns}
        self.removed = {
            path
            for path in known - content.keys()
            if path.partition("/")[0] in readable or path in library.ids_by_path
        }
        for path, column in self._columns.items():
            if SOURCE + path in again or not self._is_current(path, column):
                self.stale.append(path)
            elif path not in known:
                self.new[path] = self._sources[path]

    def _is_current(self, path: str, column: Column) -> bool:
        return self._sources.is_current(path, self._facts.columns[column.code])

    def _note_files(
        self, changed: set[str], before: Snapshot, content: Snapshot, scopes: set[str]
    ) -> None:
        for path in changed:
            folder = path.partition("/")[0]
            if folder in ASSET_FOLDERS:
                self.assets = True
                scopes.add(f"asset {path}")
                if path not in before or path not in content:
                    # What is suggested for a missing file is one of these.
                    scopes.add("records")
            else:
                scopes.add(f"items {folder}")

    def parse(
        self,
        site: Site,
        workers: int,
        on_progress: Callable[[int], None],
        in_background: Callable[[], None],
    ) -> None:
        files = [(path, self._columns[path]) for path in self.stale]
        columns: Mapping[str, Any] = self._facts.columns
        parsed = self._sources.parse(files, columns, site, workers, on_progress, in_background)
        for path, source in parsed:
            self.new[path] = source
        for path, source in self.new.items():
            if source.node is not None:
                self._nodes.put_computed(SOURCE + path, source.node)
            elif SOURCE + path in self._nodes:
                self._nodes.remove(SOURCE + path)
        for path in self.removed:
            self._nodes.remove(SOURCE + path)
        # In the order of the files, whatever the order in which the workers were ready.
        self.new = {path: self.new[path] for path in self._columns if path in self.new}

"""Which files changed since the last build, and what that makes stale."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plugins.addresses import REDIRECTS_FILE
from plugins.bureau import Column
from plugins.incremental.nodes import Nodes
from plugins.incremental.snapshot import Snapshot
from plugins.parsed.source import ParsedSource
from plugins.parsed.sources import Sources
from plugins.records import Library
from plugins.records.assets import ASSET_FOLDERS
from plugins.records.loading import record_files
from plugins.site import Site
from plugins.workers.progress import progress

SOURCE = "source "


class SourceChanges:
    """`stale` files must be parsed; `new` are parsed sources that the index doesn't have yet.

    `removed` files are gone. `assets` says whether a file below files/ or images/ changed.
    """

    def __init__(
        self,
        library: Library,
        sources: Sources,
        nodes: Nodes,
        columns: Mapping[str, bytes],
        now: int,
    ) -> None:
        """`columns` are fingerprints of what a file's column says of it, by code."""
        self._library, self._sources, self._nodes = library, sources, nodes
        self._columns, self._now = columns, now
        # What was looked at, in the order of the columns and their files.
        self._files: dict[str, Column] = {}
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
        stale = self._nodes.stale(scopes, SOURCE) | self._nodes.expired(self._now, SOURCE)
        again = {name.removeprefix(SOURCE) for name in stale} & content.keys()
        self._files = dict(record_files(sorted(changed & content.keys()), library.columns))
        self._files |= record_files(sorted(again), library.columns)
        known = {*library.ids_by_path, *library.invalid}
        known.update(path for paths in library.duplicates.values() for path in paths)
        readable = {column.code for column in library.columns}
        self.removed = {
            path
            for path in known - content.keys()
            if path.partition("/")[0] in readable or path in library.ids_by_path
        }
        for path, column in self._files.items():
            is_current = self._sources.is_current(path, self._columns[column.code])
            if path in again or not is_current:
                self.stale.append(path)
            elif path not in known:
                self.new[path] = self._sources[path]

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
            elif path == REDIRECTS_FILE:
                scopes.add("moves")
            else:
                scopes.add(f"items {folder}")

    def parse(self, site: Site, workers: int, meanwhile: Callable[[], None]) -> None:
        """Parse what is stale; `site` is one without records, `meanwhile` runs beside workers."""
        files = [(path, self._files[path]) for path in self.stale]
        parsed = self._sources.parse(files, self._columns, site, workers, meanwhile)
        self.new.update(progress("读取稿件", len(files), parsed))
        # In the order of the files, whatever the order in which the workers were ready.
        self.new = {path: self.new[path] for path in self._files if path in self.new}
        for path, source in self.new.items():
            if source.node is not None:
                self._nodes.put(SOURCE + path, source.node)
            else:
                self._nodes.remove(SOURCE + path)
        for path in self.removed:
            self._nodes.remove(SOURCE + path)

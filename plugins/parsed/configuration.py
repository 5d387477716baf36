"""What every page depends on: bureau.yml, the columns, what texts are judged by, and where the site
is published.
"""

from __future__ import annotations

from pathlib import Path

from plugins.bureau import BUREAU_FILE
from plugins.incremental.fingerprint import fingerprint, hash_bytes
from plugins.incremental.snapshot import Snapshot
from plugins.incremental.store import Store
from plugins.records import Library
from plugins.records.assets import ASSET_FOLDERS
from plugins.records.loading import Configuration, read_configuration
from plugins.site import Links


class SiteFacts:
    """Fingerprints; `columns` by code, a source is parsed again when that of its column changes."""

    def __init__(self, library: Library, links: Links, preview: bool) -> None:
        content = library.content
        bureau = (content / BUREAU_FILE).read_bytes()
        files = {column.code: (content / column.path).read_bytes() for column in library.columns}
        judged_by = library.judged_by
        self.columns = {code: hash_bytes(data + bureau + judged_by) for code, data in files.items()}
        where = (links.site_address, links.relative, preview)
        self.fingerprint = fingerprint(bureau, judged_by, sorted(files.items()), where)


class StoredConfiguration:
    """bureau.yml, columns, data files and the office's list of words, read again only when one of
    their files changed.
    """

    def __init__(self, store: Store, content: Path, snapshot: Snapshot) -> None:
        self._store, self._content = store, content
        self._files = {
            path: stat
            for path, stat in snapshot.items()
            if not path.endswith(".md") and path.partition("/")[0] not in ASSET_FOLDERS
        }
        self._new: Configuration | None = None

    def read(self) -> Configuration:
        files, plain = self._store.meta("configuration", (None, None))
        if files == self._files:
            return Configuration.of(plain)
        self._new = read_configuration(self._content)
        return self._new

    def save(self) -> None:
        if self._new is not None and self._new.bureau is not None:
            self._store.set_meta("configuration", (self._files, self._new.plain()))

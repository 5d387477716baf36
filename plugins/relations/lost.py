"""What became of an address that was published and is no more: what is said, and what to write."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from posixpath import basename, splitext

from plugins.addresses import REDIRECTS_FILE
from plugins.findings import nearest
from plugins.records import Library
from plugins.records.extract import IndexEntry, column_of
from plugins.relations.list_pages import FILE_TYPES

# Comparing names takes a millisecond each; where more have gone a folder was renamed.
MOST_COMPARED, MOST_CANDIDATES = 50, 300
# The message, the hint, and the file whose error is the cause.
Explained = tuple[str, str, str]


class Lost:
    """Explains lost addresses of one site: an address that is new probably is where one has gone.

    `living` are the paths of the site, `ledger` the addresses that were published.
    """

    def __init__(
        self, library: Library, living: Iterable[str], ledger: Collection[str], now: int
    ) -> None:
        self._library, self._living, self._ledger, self._now = library, living, ledger, now
        self._compared = 0

    @staticmethod
    def page_beside(address: str) -> str:
        """The page of a record beside which a file stands; empty for any other address."""
        stem, suffix = splitext(address)
        return f"{stem}.html" if suffix[1:] in FILE_TYPES else ""

    def explained(self, address: str) -> Explained:
        message = f"网址“{address}”发布过，现在打不开了"
        withdrawn = f"在 {REDIRECTS_FILE} 加一行“{address}: {{撤下: 日期, 原因: 为什么撤下}}”"
        if hidden := self._hidden.get(address):
            why = "改成了草稿" if hidden.draft else "改了发布日期，时间还没有到"
            hint = f"把那篇稿件改回来；要撤下的，{withdrawn}"
            return f"{message}：{hidden.path} {why}", hint, ""
        if broken := self._broken.get(_name_of(address)):
            return f"{message}：{broken} 有错误，没有放上网站", "先改正那篇稿件的错误", broken
        if record := self._record_for(address):
            hint = f"移到了 {record.path} 的，在那里加一行“旧网址: {address}”；撤下的，{withdrawn}"
            return message, hint, ""
        new = self._file_for(address) or "现在的网址"
        hint = f"移走了的，在 {REDIRECTS_FILE} 加一行“{address}: {new}”；撤下的，{withdrawn}"
        return message, hint, ""

    @cached_property
    def _hidden(self) -> Mapping[str, IndexEntry]:
        """The records that have no page now, by the address that they would have."""
        entries = self._library.entries.values()
        return {entry.address: entry for entry in entries if not entry.is_shown(self._now)}

    @cached_property
    def _broken(self) -> Mapping[str, str]:
        """The files that an error keeps off the site, by column and name."""
        return {path.removesuffix(".md"): path for path in sorted(self._library.left_out)}

    @cached_property
    def _new_records(self) -> Mapping[str, IndexEntry]:
        """By address."""
        found = sorted(self._library.entries.values())
        return {
            entry.address: entry
            for entry in found
            if entry.is_shown(self._now) and entry.address not in self._ledger
        }

    @cached_property
    def _new_files(self) -> list[str]:
        paths = (path for path in self._living if path.startswith("files/"))
        return sorted(path for path in paths if path not in self._ledger)

    def _record_for(self, address: str) -> IndexEntry | None:
        if not address.endswith(".html"):
            return None
        close = self._nearest(address, [*self._new_records])
        return self._new_records[close] if close else None

    def _file_for(self, address: str) -> str | None:
        return self._nearest(address, self._new_files) if address.startswith("files/") else None

    def _nearest(self, address: str, candidates: list[str]) -> str | None:
        """One of the same name in another folder, else one of a similar name in the same column."""
        named = (each for each in candidates if basename(each) == basename(address))
        if same := next(named, None):
            return same
        own = [each for each in candidates if column_of(each) == column_of(address)]
        self._compared += 1
        if self._compared > MOST_COMPARED or len(own) > MOST_CANDIDATES:
            return None
        return nearest(address, own)


def _name_of(address: str) -> str:
    """`column/slug`, of whatever year."""
    return f"{column_of(address)}/{basename(address).removesuffix('.html')}"

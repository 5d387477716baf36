"""Resolves the links and references that editors write."""

from __future__ import annotations

import posixpath
import re
from copy import copy
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from urllib.parse import unquote

from plugins.bureau import COLUMN_FILE
from plugins.dependencies import ANY_RECORD, TARGET
from plugins.findings import nearest
from plugins.incremental.fingerprint import fingerprint
from plugins.incremental.tracking import depends_on
from plugins.records import Library, Record
from plugins.records.extract import column_of
from plugins.records.web_address import cleaned, host_of, is_web, problem_of, scheme_of

# The path of a record from the root of the content, without special characters.
PLAIN_RECORD_PATH = re.compile(r"/[\w-]+/(?:[\w-]+/)*[\w-]+\.md")
# What stands before the path of a web address, and behind it.
OWN_PATH = re.compile(r"^[^/]*//[^/?#]*|[?#].*")
PELICAN_SYNTAX = re.compile(r"^\{(?:filename|static|attach)\}")


class TargetKind(Enum):
    RECORD = "record"
    ASSET = "asset"
    COLUMN = "column"
    ANCHOR = "anchor"  # a position on the page itself
    EXTERNAL = "external"
    OTHER = "other"  # mailto: and tel:
    DEAD = "dead"


@dataclass(frozen=True)
class LinkTarget:
    """`address` is a path in the site or an external URL; `reason` and `hint` of a dead one."""

    kind: TargetKind
    address: str = ""
    fragment: str = ""
    record: str | None = None
    title: str = ""
    reason: str = ""
    hint: str = ""

    @property
    def external(self) -> bool:
        return self.kind is TargetKind.EXTERNAL

    @property
    def full_address(self) -> str:
        return f"{self.address}#{self.fragment}" if self.fragment else self.address


class LinkResolver:
    """Resolves links and references to the records that are on the site."""

    def __init__(self, library: Library, now: int | None) -> None:
        """`now` in seconds since 1970; with None every record counts as published, drafts too."""
        self._library = library
        self._now = now
        self._columns = {column.code: column for column in library.columns}

    def at(self, moment: int | None) -> LinkResolver:
        """A resolver for another time."""
        other = copy(self)
        other._now = moment
        return other

    def _is_shown(self, record: Record) -> bool:
        if self._now is None:
            return True
        return not record.extract.draft and record.extract.published <= self._now

    def fingerprint_of(self, name: str) -> bytes | None:
        """A fingerprint of what links and references to `name` are resolved by."""
        found = self._library_record(name)
        if found is None:
            return None
        extract = found.extract
        values = (extract.kind, extract.title, extract.address, extract.ids, self._is_shown(found))
        return fingerprint(found.id, extract.published, extract.draft, *values)

    # Used only for suggestions in messages.

    @cached_property
    def _by_title(self) -> dict[str, Record]:
        return {record.extract.title: record for _, record in self._records_by_id()}

    @cached_property
    def _by_address(self) -> dict[str, Record]:
        return {record.extract.address: record for _, record in self._records_by_id()}

    def _records_by_id(self) -> list[tuple[str, Record]]:
        """All records sorted by id, so that suggestions do not depend on the order of reading."""
        return sorted(self._library.records.items())

    @property
    def _unread_columns(self) -> set[str]:
        folders = {path.partition("/")[0] for path in self._library.left_out}
        return folders - self._columns.keys()

    def record(self, reference: str) -> Record | None:
        """The record on the site that `column/slug` or the path of its file names."""
        found = self._named(reference)
        return found if found and self._is_shown(found) else None

    def explain_missing(self, reference: str) -> tuple[str, str]:
        """A message that says why `reference` does not resolve, and a hint."""
        depends_on(ANY_RECORD)
        found = self._named(reference)
        if found:
            return f"稿件“{found.extract.title}”还没有发布", "等它发布后再引用，或先删去这一项"
        code = column_of(reference)
        if code in self._unread_columns:
            return f"栏目 {code} 没有读入", f"先改正 {code}/{COLUMN_FILE} 的错误"
        if f"{reference}.md" in self._library.left_out or reference in self._library.left_out:
            return f"稿件 {reference} 有错误，没有读入", "先改正那篇稿件的错误"
        titled = self._by_title.get(reference)
        if titled:
            return f"没有稿件“{reference}”", f"是不是“{titled.id}”？写网址名，不写标题"
        close = self._suggestion(reference)
        return f"没有稿件“{reference}”", f"是不是“{close}”？" if close else "写成 栏目/网址名"

    def _suggestion(self, reference: str) -> str | None:
        """The id to suggest: the same slug in another column, or a similar one in this column."""
        column, _, slug = reference.rpartition("/")
        ids = sorted(self._library.records)
        elsewhere = [identifier for identifier in ids if identifier.endswith(f"/{slug}")]
        if elsewhere:
            return elsewhere[0]
        beside = {
            identifier.partition("/")[2]: identifier
            for identifier in ids
            if not column or identifier.startswith(f"{column}/")
        }
        close = nearest(slug, beside)
        return beside[close] if close else nearest(reference, ids, 0.85)

    def resolve_all(self, source: Record) -> dict[str, LinkTarget]:
        """Every link of `source`'s text as it is written there, with its target."""
        return {written: self.resolve(written, source) for written in source.extract.links}

    def resolve(self, written: str, source: Record) -> LinkTarget:
        """Resolve one link of `source`'s text."""
        plain = self._at_path(written[1:]) if PLAIN_RECORD_PATH.fullmatch(written) else None
        if plain and self._is_shown(plain):
            # Fast path for the usual form of a link; the code below gives the same result.
            return self._in_record(plain, "")
        written = PELICAN_SYNTAX.sub("", cleaned(written))
        if is_web(written):
            return self._web(written)
        scheme = scheme_of(written)
        if scheme in {"mailto", "tel"}:
            return LinkTarget(TargetKind.OTHER, written)
        if scheme:
            return _dead(f"不认识的链接“{written}”", "以 https:// 开头，或写本站稿件、文件的路径")
        path, _, fragment = written.partition("#")
        path, fragment = path.partition("?")[0], unquote(fragment)
        if not path:
            if not fragment:
                return _dead("链接是空的", "写明链接到哪里")
            if fragment in source.extract.ids:
                return LinkTarget(TargetKind.ANCHOR, "", fragment, source.id)
            close = nearest(fragment, source.extract.ids)
            hint = f"是不是“#{close}”？" if close else "核对小标题"
            return _dead(f"本页没有“#{fragment}”这个位置", hint)
        return self._inside(unquote(path), fragment, source)

    def _web(self, written: str) -> LinkTarget:
        if host_of(written) == self._library.valid_bureau.host:
            return self._own_address(written)
        if problem := problem_of(written):
            return _dead(*problem)
        return LinkTarget(TargetKind.EXTERNAL, written)

    def _own_address(self, written: str) -> LinkTarget:
        """A complete URL of this site, copied from the browser: an error with a hint."""
        depends_on(ANY_RECORD)
        path = unquote(OWN_PATH.sub("", written))
        page = self._by_address.get(path.lstrip("/"))
        hint = f"本站稿件写成 /{page.path}" if page else "写本站稿件或文件的路径，如 /news/x.md"
        return _dead(f"“{written}”是本站的网页地址", hint)

    def resolve_address(self, written: str) -> LinkTarget:
        """Resolve an address from outside any record, such as a cell of a data file."""
        if is_web(written):
            problem = problem_of(written)
            return _dead(*problem) if problem else LinkTarget(TargetKind.EXTERNAL, written)
        path, _, fragment = written.partition("#")
        return self._inside("/" + path.lstrip("/"), unquote(fragment), None)

    def _inside(self, path: str, fragment: str, source: Record | None) -> LinkTarget:
        for candidate in self._candidates(path, source):
            found = self._named(candidate)
            if found and self._is_shown(found):
                return self._in_record(found, fragment)
            if self._library.assets.get(candidate):
                return LinkTarget(TargetKind.ASSET, candidate, fragment)
            code = candidate.strip("/").removesuffix("/index.html")
            if code in self._columns:
                column = self._columns[code]
                return LinkTarget(TargetKind.COLUMN, column.address, fragment, title=column.name)
        first = next(iter(self._candidates(path, source)))
        if self._named(first) or path.endswith(".md"):
            return _dead(*self.explain_missing(first.removesuffix(".md")))
        depends_on(ANY_RECORD)
        page = self._by_address.get(first)
        if page:
            return _dead(f"“{path}”是网页地址", f"本站稿件写成 /{page.path}")
        close = nearest(first, self._library.assets.paths, 0.85)
        hint = f"是不是“/{close}”？" if close else "核对路径；附件在 /files/，图片在 /images/"
        return _dead(f"没有文件“{path}”", hint)

    def _in_record(self, record: Record, fragment: str) -> LinkTarget:
        if fragment and fragment not in record.extract.ids:
            close = nearest(fragment, record.extract.ids)
            hint = f"是不是“#{close}”？" if close else "核对那篇稿件的小标题"
            title = record.extract.title
            return _dead(f"“{title}”里没有“#{fragment}”这个位置", hint)
        return LinkTarget(
            TargetKind.RECORD, record.extract.address, fragment, record.id, record.extract.title
        )

    def _candidates(self, path: str, source: Record | None) -> list[str]:
        """Paths relative to content/: from its root, or from the folder of the record."""
        if path.startswith("/") or source is None:
            return [posixpath.normpath(path).lstrip("/")]
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), path))
        return [beside, posixpath.normpath(path)]

    def _named(self, reference: str) -> Record | None:
        name = reference.removesuffix(".md")
        depends_on(TARGET, name)
        return self._library_record(name)

    def _at_path(self, path: str) -> Record | None:
        name = path.removesuffix(".md")
        depends_on(TARGET, name)
        identifier = self._library.ids_by_path.get(path)
        return self._library.records[identifier] if identifier else None

    def _library_record(self, name: str) -> Record | None:
        """The record whose file is `name`.md, else the one whose id is `name`."""
        identifier = self._library.ids_by_path.get(f"{name}.md", name)
        return self._library.records.get(identifier)


def _dead(reason: str, hint: str = "") -> LinkTarget:
    return LinkTarget(TargetKind.DEAD, reason=reason, hint=hint)

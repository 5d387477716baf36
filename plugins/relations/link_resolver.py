"""Resolves the links and references that editors write."""

from __future__ import annotations

import posixpath
import re
from copy import copy
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote

from plugins.bureau import COLUMN_FILE
from plugins.bureau.addresses import address_of
from plugins.clock import seconds
from plugins.dependencies import ANY_RECORD, TARGET
from plugins.findings import nearest
from plugins.incremental.fingerprint import fingerprint
from plugins.incremental.tracking import depends_on, has_passed
from plugins.records import Library, Record
from plugins.records.extract import column_of
from plugins.relations.fixed_pages import fixed_pages
from plugins.relations.item_pages import item_page
from plugins.relations.link_target import LinkTarget, TargetKind, dead
from plugins.relations.list_pages import list_page
from plugins.relations.slips import contact_slip, missing_file, slip_in
from plugins.texts.web_address import (
    EMBEDDED_IMAGE,
    cleaned,
    host_of,
    is_embedded_image,
    is_web,
    problem_of,
    scheme_of,
)

# The path of a record from the root of the content, without special characters.
PLAIN_RECORD_PATH = re.compile(r"/[\w-]+/(?:[\w-]+/)*[\w-]+\.md")
# What stands before the path of a web address, and behind it.
OWN_PATH = re.compile(r"^[^/]*//[^/?#]*|[?#].*")
# Where `make serve` shows the site.
OWN_COMPUTER = frozenset({"127.0.0.1", "localhost", "[::1]"})
PELICAN_SYNTAX = re.compile(r"^\{(?:filename|static|attach)\}")


class Missing(NamedTuple):
    """Why a reference leads nowhere, what to write, and the file whose error is the cause."""

    reason: str
    hint: str
    cause: str = ""


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
            broken = self._broken(name)
            return fingerprint(str(broken.data.published), broken.data.status) if broken else None
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

    def explain_missing(self, reference: str) -> Missing:
        """Why `reference` does not resolve."""
        depends_on(ANY_RECORD)
        found = self._named(reference)
        if found:
            reason = f"稿件“{found.extract.title}”还没有发布"
            return Missing(reason, "等它发布后再引用，或先删去这一项")
        code = column_of(reference)
        if code in self._unread_columns:
            cause = f"{code}/{COLUMN_FILE}"
            return Missing(f"栏目 {code} 没有读入", f"先改正 {cause} 的错误", cause)
        cause = reference if reference.endswith(".md") else f"{reference}.md"
        broken = self._broken(reference)
        if broken and self._waits(broken):
            reason = f"稿件“{broken.title}”还没有发布，而且有错误"
            return Missing(reason, "先改正那篇稿件的错误，等它发布后再引用，或先删去这一项")
        if cause in self._library.left_out:
            return Missing(f"稿件 {reference} 有错误，没有读入", "先改正那篇稿件的错误", cause)
        missing = f"没有稿件“{reference}”"
        titled = self._by_title.get(reference)
        if titled:
            return Missing(missing, f"是不是“{titled.id}”？写网址名，不写标题")
        close = self._suggestion(reference)
        return Missing(missing, f"是不是“{close}”？" if close else "写成 栏目/网址名")

    def _broken(self, name: str) -> Record | None:
        """The record of a file that an error keeps off the site, if it can be read."""
        path = f"{name.removesuffix('.md')}.md"
        return self._library.open_record(path) if self._library.invalid.get(path) else None

    def _waits(self, broken: Record) -> bool:
        """Whether it would not be on the site without its error either."""
        if broken.data.status == "草稿":
            return True
        published = broken.data.published
        if self._now is None or not isinstance(published, datetime):
            return False
        return not has_passed(seconds(published), self._now)

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
        if scheme := scheme_of(written):
            return self._of_scheme(scheme, written)
        path, _, fragment = written.partition("#")
        if not path:
            return self._on_page(unquote(fragment), source)
        return self._inside(written, source)

    def _of_scheme(self, scheme: str, written: str) -> LinkTarget:
        if scheme in {"mailto", "tel"}:
            problem = contact_slip(written)
            return dead(*problem) if problem else LinkTarget(TargetKind.OTHER, written)
        if is_embedded_image(written):
            return dead(*EMBEDDED_IMAGE)
        return self._slip(written) or dead(
            f"不认识的链接“{written}”", "以 https:// 开头，或写本站稿件、文件的路径"
        )

    def _on_page(self, fragment: str, source: Record) -> LinkTarget:
        if not fragment:
            return dead("链接是空的", "写明链接到哪里")
        if fragment in source.extract.ids:
            return LinkTarget(TargetKind.ANCHOR, "", fragment, source.id)
        close = nearest(fragment, source.extract.ids)
        hint = f"是不是“#{close}”？" if close else "核对小标题"
        return dead(f"本页没有“#{fragment}”这个位置", hint)

    def _web(self, written: str) -> LinkTarget:
        host = host_of(written)
        if host == self._library.valid_bureau.host:
            return self._own_address(written, "是本站的网页地址")
        if host in OWN_COMPUTER:
            return self._own_address(written, "是在自己电脑上预览的网址，别人打不开")
        if problem := problem_of(written):
            return dead(*problem)
        return LinkTarget(TargetKind.EXTERNAL, written)

    def _own_address(self, written: str, what: str) -> LinkTarget:
        """A complete URL of this site, copied from the browser: an error with a hint."""
        depends_on(ANY_RECORD)
        path = unquote(OWN_PATH.sub("", written))
        page = self._by_address.get(path.lstrip("/"))
        hint = "写本站稿件或文件的路径，如 /news/x.md"
        if page:
            hint = f"本站稿件写成 /{page.path}"
        elif self._found(path or "/", "", "", None):
            hint = f"写成 {path or '/'}"
        return dead(f"“{written}”{what}", hint)

    def resolve_address(self, written: str) -> LinkTarget:
        """Resolve an address from outside any record, such as a cell of a data file."""
        written = cleaned(written)
        if is_web(written):
            problem = problem_of(written)
            return dead(*problem) if problem else LinkTarget(TargetKind.EXTERNAL, written)
        if scheme := scheme_of(written):
            return self._of_scheme(scheme, written)
        return self._inside(written, None)

    def _inside(self, written: str, source: Record | None) -> LinkTarget:
        """Resolve a path, from the root of the content or from the folder of the record."""
        before, _, fragment = written.partition("#")
        before, _, query = before.partition("?")
        path, fragment = unquote(before), unquote(fragment)
        found = self._found(path, query, fragment, source)
        if found is None and before != written:
            # The name of a file may contain # and ? as well.
            found = self._found(written, "", "", source)
        return found or self._slip(written) or self._missing(path, source)

    def _slip(self, written: str) -> LinkTarget | None:
        depends_on(ANY_RECORD)
        slip = slip_in(written, self._library.assets.paths)
        return dead(*slip) if slip else None

    def _found(
        self, path: str, query: str, fragment: str, source: Record | None
    ) -> LinkTarget | None:
        for candidate in self._candidates(path, source):
            found = self._named(candidate)
            if found and self._is_shown(found):
                return self._in_record(found, fragment)
            if self._library.assets.get(candidate):
                return LinkTarget(TargetKind.ASSET, address_of(candidate), fragment)
            code = candidate.strip("/").removesuffix("/index.html")
            if code in self._columns:
                column = self._columns[code]
                return LinkTarget(TargetKind.COLUMN, column.address, fragment, title=column.name)
            if page := self._pages.get(candidate):
                # A query is of use on the search page: search.html?q=…
                address = f"{page.address}?{query}" if query else page.address
                return replace(page, address=address, fragment=fragment)
            if page := item_page(candidate, self._columns, self._library.data_items):
                return replace(page, fragment=fragment)
            if page := list_page(candidate, self._columns, self._library.entries, self._now):
                return replace(page, fragment=fragment)
        return None

    @cached_property
    def _pages(self) -> dict[str, LinkTarget]:
        return fixed_pages(self._columns.values())

    def _missing(self, path: str, source: Record | None) -> LinkTarget:
        first = next(iter(self._candidates(path, source)))
        if self._named(first) or path.endswith(".md"):
            return dead(*self.explain_missing(first.removesuffix(".md")))
        depends_on(ANY_RECORD)
        page = self._by_address.get(first) or self._of_page(first)
        if page:
            return dead(f"“{path}”是网页地址", f"本站稿件写成 /{page.path}")
        assets, otherwise = self._library.assets, "核对路径；附件在 /files/，图片在 /images/"
        there = (c for c in self._candidates(path, source) if assets.is_refused(c))
        cause = next(there, "")
        return dead(*missing_file(assets, cause or path, otherwise), cause)

    def _of_page(self, path: str) -> Record | None:
        """The record that was meant by the address of a page, whatever year is in it."""
        column, _, slug = path.removesuffix(".html").partition("/")
        return (
            self._named(f"{column}/{slug.rpartition('/')[2]}") if path.endswith(".html") else None
        )

    def _in_record(self, record: Record, fragment: str) -> LinkTarget:
        if fragment and fragment not in record.extract.ids:
            close = nearest(fragment, record.extract.ids)
            hint = f"是不是“#{close}”？" if close else "核对那篇稿件的小标题"
            title = record.extract.title
            return dead(f"“{title}”里没有“#{fragment}”这个位置", hint)
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

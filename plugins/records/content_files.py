"""The files of a content folder: which of them count, and what is said about the others.

No file is silently ignored but those that systems and programs leave behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from posixpath import basename, splitext

from plugins.addresses import REDIRECTS_FILE
from plugins.bureau import BUREAU_FILE, COLUMN_FILE, WORDS_FILE, Column
from plugins.findings import Finding, Severity
from plugins.incremental.snapshot import FileStat, Snapshot, is_link
from plugins.records.assets import ASSET_FOLDERS

SUFFIX = ".md"
# What is left behind by Windows. Office's lock files begin with ~$, those of macOS with a dot.
LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini"})
# Control characters, and bytes that are no UTF-8, which Python reads as half of a pair.
UNUSABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
# Texts under another name, as editors and systems give them.
OTHER_SUFFIXES = frozenset({".markdown", ".mdown", ".mkd", ".txt", ".text"})
WORD_SUFFIXES = frozenset({".doc", ".docx", ".docm", ".wps", ".rtf", ".odt", ".pages"})


def content_files(snapshot: Mapping[str, FileStat]) -> Snapshot:
    """The files that are read: no links, nothing that a program left behind, and none whose name
    can't be written in an address.
    """
    return {
        path: stat
        for path, stat in snapshot.items()
        if not is_link(stat) and not is_left_behind(path) and not UNUSABLE.search(path)
    }


def is_left_behind(path: str) -> bool:
    name = basename(path)
    hidden = name[:1] == "." or path[0] == "." or "/." in path
    return hidden or name[:2] == "~$" or name.lower() in LEFT_BEHIND


def find_unused_files(
    snapshot: Mapping[str, FileStat], columns: Iterable[Column]
) -> Iterator[Finding]:
    """A finding for every file of the content folder that is left out of the site."""
    data_files = {column.data_path for column in columns if column.traits.has_data}
    known = {BUREAU_FILE, WORDS_FILE, REDIRECTS_FILE, *data_files}
    ends = f"/{COLUMN_FILE}"
    folders = {path.removesuffix(ends) for path in snapshot if path.endswith(ends)}
    for path, stat in snapshot.items():
        if is_left_behind(path):
            continue
        if UNUSABLE.search(path):
            yield _unusable(path)
        elif is_link(stat):
            yield _link(path)
        elif path not in known and (found := _unused(path, folders)):
            yield found


def _unusable(path: str) -> Finding:
    """The signs are shown by their codes: no terminal and no page can show them."""
    shown = UNUSABLE.sub(lambda sign: f"〔{ord(sign[0]) & 0xFF:02X}〕", path)
    message = "文件名里有乱码或控制字符，这个文件不会出现在网站上"
    hint = "改名，只用汉字、字母、数字和连字符"
    return Finding("file-name", Severity.ERROR, shown, message, hint)


def _link(path: str) -> Finding:
    message = "这是一个链接（快捷方式），它指向的内容不会出现在网站上"
    return Finding("link-file", Severity.ERROR, path, message, "删去链接，把文件本身放进来")


def _unused(path: str, folders: set[str]) -> Finding | None:
    top, inside, _ = path.partition("/")
    top = top if inside else ""
    name = basename(path)
    if top in ASSET_FOLDERS:
        return None
    if top not in folders:
        severity = Severity.ERROR if name.endswith(SUFFIX) else Severity.WARNING
        reason = f"（{top}/ 里没有 {COLUMN_FILE}）" if top else ""
        message = f"这个文件不在任何栏目里{reason}，不会出现在网站上"
        hint = "移到栏目文件夹；附件放 files/，图片放 images/"
        return Finding("stray-file", severity, path, message, hint)
    if name.endswith(SUFFIX) or name == COLUMN_FILE:
        return None
    return _no_record(path, name)


def _no_record(path: str, name: str) -> Finding:
    """A file in a column that is no record; an error where it was probably meant as one."""
    stem, suffix = splitext(name)
    if suffix.lower() in WORD_SUFFIXES:
        message = f"栏目里不能放 {suffix.lower()} 文件，这篇稿件不会出现在网站上"
        hint = f"把文字复制到 {stem}{SUFFIX}；要作为附件，就移到 files/"
        return Finding("stray-file", Severity.ERROR, path, message, hint)
    if suffix.lower() in {SUFFIX, *OTHER_SUFFIXES}:
        message = f"稿件的后缀是 {SUFFIX}，这个文件不会出现在网站上"
        renamed = splitext(stem)[0] if stem.lower().endswith(SUFFIX) else stem
        return Finding("stray-file", Severity.ERROR, path, message, f"改名为 {renamed}{SUFFIX}")
    message = "栏目文件夹里只放稿件，这个文件不会出现在网站上"
    hint = "附件放 files/，图片放 images/"
    return Finding("stray-file", Severity.WARNING, path, message, hint)

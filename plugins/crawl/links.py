"""Links within the site: whether the file and the place on the page are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

from plugins.crawl.addresses import addresses_of, inside
from plugins.crawl.context import Context
from plugins.crawl.page import Note, Page

# Always there: https://html.spec.whatwg.org/#scroll-to-fragid.
TOP = {"", "top"}
# Chinese ids are short: one wrong character of two is still near.
NEAR_NAME, NEAR_ID = 0.7, 0.5


class Facts(NamedTuple):
    """What links of other pages need of a page, as plain values."""

    ids: tuple[str, ...]
    addresses: tuple[str, ...]


def facts_of(page: Page, context: Context) -> Facts:
    """`addresses` are those that lead into the site, each once."""
    ids = [e.get("id") for e in page.root.iter("*") if e.get("id")]
    ids += [e.get("name") for e in page.all("a") if e.get("name")]
    found = {address.value for address in addresses_of(page, context)}
    here = (value for value in found if inside(page.path, value, context) is not None)
    return Facts(tuple(ids), tuple(sorted(here)))


class Problem(NamedTuple):
    rule: str
    message: str
    hint: str


class Files:
    """All files of the site, and the ids of its pages: what addresses can lead to."""

    def __init__(self, files: Set[str], ids: Mapping[str, Set[str]], context: Context) -> None:
        self._files, self._ids, self._context = files, ids, context
        self._known: dict[tuple[str, str], Problem | None] = {}

    @cached_property
    def _folders(self) -> set[str]:
        found = {""}
        for path in self._files:
            while "/" in path:
                path = path.rpartition("/")[0]
                found.add(f"{path}/")
        return found

    @cached_property
    def _lower(self) -> dict[str, str]:
        return {path.lower(): path for path in self._files}

    def problem(self, path: str, value: str) -> Problem | None:
        """What is wrong with the address `value` on the page `path`."""
        target = inside(path, value, self._context)
        if target is None:
            return None
        if target not in self._known:
            self._known[target] = self._look(*target)
        found = self._known[target]
        return found._replace(message=found.message.replace("\0", value)) if found else None

    def _look(self, target: str, fragment: str) -> Problem | None:
        file = f"{target}index.html" if not target or target.endswith("/") else target
        if file in self._files:
            return self._anchor(file, fragment)
        if f"{target}/" in self._folders and target:
            hint = f"文件夹的网址以“/”结尾：{target}/"
            return Problem("page-link", "链接“\0”少了最后的“/”", hint)
        if target in self._folders:
            message = "链接“\0”指到一个没有首页 index.html 的文件夹"
            return Problem("page-link", message, "链接到文件夹里的网页")
        cased = self._lower.get(file.lower())
        if cased:
            message = "链接“\0”与文件名的大小写不一样，服务器上打不开"
            return Problem("page-link", message, f"写成 {self._address(cased)}")
        near = self._nearest(file)
        hint = f"是不是“{self._address(near)}”？" if near else "改成存在的网页或文件，或删去链接"
        return Problem("page-link", "链接“\0”指到的网页或文件不存在", hint)

    def _anchor(self, file: str, fragment: str) -> Problem | None:
        ids = self._ids.get(file)
        if (
            ids is None
            or fragment in ids
            or fragment.lower() in TOP
            or fragment.startswith((":~:", "/"))
        ):
            return None
        near = get_close_matches(fragment, ids, n=1, cutoff=NEAR_ID)
        hint = f"是不是“#{near[0]}”？" if near else "去掉“#”和后面的字，或换成那一页里有的位置"
        return Problem("page-anchor", f"链接“\0”的目标网页里没有“#{fragment}”这个位置", hint)

    def _nearest(self, file: str) -> str:
        """The same name in another folder, else a name like it in the same folder; pages are
        compared by what tells them apart. Empty where there is none.
        """
        folder, name = _parted(file)
        moved = [path for path in self._files if _parted(path)[1] == name]
        if moved:
            return get_close_matches(file, moved, n=1, cutoff=0)[0]
        beside = {_parted(p)[1]: p for p in self._files if _parted(p)[0] == folder}
        near = get_close_matches(name, beside, n=1, cutoff=NEAR_NAME)
        return beside[near[0]] if near else ""

    def _address(self, path: str) -> str:
        return self._context.root + (
            path.removesuffix("index.html") if path.endswith("/index.html") else path
        )


def _parted(file: str) -> tuple[str, str]:
    """The folder and the name of a file; the page of a folder has the name of the folder."""
    folder, _, name = file.removesuffix("/index.html").rpartition("/")
    return folder, name


def check_links(page: Page, files: Files, context: Context) -> Iterator[Note]:
    told: set[tuple[int, str]] = set()
    for address in addresses_of(page, context):
        found = files.problem(page.path, address.value)
        if found and (id(address.element), found.message) not in told:
            told.add((id(address.element), found.message))
            yield Note(found.rule, address.element, found.message, found.hint)

"""A page in traditional characters, made of the page in simplified ones.

It is a pure function of that page and the table of the office, so it is made where the page is
rendered and depends on nothing else. Its links lead to pages in traditional characters; files,
feeds and data stay where they are.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

from plugins.bureau.languages import TRADITIONAL, TRADITIONAL_SCRIPT, traditional_path
from plugins.languages.markup import Rewriter
from plugins.languages.traditional import Traditional

# Attributes with an address. `content` has one or has words.
ADDRESSES = ("href", "src", "action", "poster", "content", "data-copy", "data-index", "data-root",
             "data-variants")  # fmt: skip
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
DOCUMENT = re.compile(r'(<script type="application/ld\+json">)(.*?)(</script>)', re.S)
SIMPLIFIED_TAG, TRADITIONAL_TAG = "zh-Hans", "zh-Hant"
LANGUAGES = {"zh-CN": TRADITIONAL_TAG, "zh_CN": "zh_HK"}

_encode = json.JSONEncoder(ensure_ascii=False).encode
_encode_briefly = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Place(NamedTuple):
    """Where the site stands: its whole address, the path of its root, and how its links are."""

    site_address: str
    root: str
    relative: bool


class TraditionalPages:
    """Makes pages in traditional characters of the simplified pages of one site."""

    def __init__(self, place: Place, traditional: Traditional) -> None:
        self._place, self._traditional = place, traditional
        self._folder = ""
        self._moving, self._rewriter = self._of_folder("")

    def _of_folder(self, folder: str) -> tuple[_Moving, Rewriter]:
        moving = _Moving(folder, self._place)
        return moving, Rewriter(self._traditional.convert_all, moving.attributes)

    def page(self, html: str, path: str) -> str:
        folder = posixpath.dirname(path)
        # Where links are absolute they are the same in all folders.
        if self._place.relative and folder != self._folder:
            self._folder = folder
            self._moving, self._rewriter = self._of_folder(folder)
        html = DOCUMENT.sub(lambda found: f"{found[1]}{self._document(found[2])}{found[3]}", html)
        return self._rewriter.page(html)

    def _document(self, text: str) -> str:
        """A JSON-LD document: strings that are addresses move, all others are converted."""

        def changed(value: Any) -> Any:
            if isinstance(value, dict):
                return {key: changed(item) for key, item in value.items()}
            if isinstance(value, list):
                return [changed(item) for item in value]
            if not isinstance(value, str):
                return value
            if value in LANGUAGES:
                return LANGUAGES[value]
            if value.isascii():
                return self._moving.address(value, is_link=False)
            return self._traditional.convert_all([value])[0]

        return _encode(changed(json.loads(text))).replace("<", "\\u003c")


class _Moving:
    """What becomes of the addresses on the pages of a folder."""

    def __init__(self, folder: str, place: Place) -> None:
        self._folder, self._place = folder, place
        self._whole = place.site_address.rstrip("/") + "/"

    def attributes(self, name: str, written: Mapping[str, str]) -> dict[str, str | None]:
        changes: dict[str, str | None] = {}
        language = written.get("lang", "")
        if language in LANGUAGES:
            changes["lang"] = LANGUAGES[language]
        if name == "script" and "integrity" in written:
            # It is that of the other script.
            changes["integrity"] = None
        if written.get("http-equiv") == "refresh":
            delay, sign, target = written["content"].partition("url=")
            return {"content": f"{delay}{sign}{self.address(target)}"}
        if language := written.get("hreflang", ""):
            # It leads to the page in that language, wherever it stands.
            if "href" in written:
                changes["href"] = self._as_file(written["href"])
            if name == "a":
                self._set_current(language, written, changes)
            return changes
        for key in ADDRESSES:
            value = written.get(key)
            if value is None:
                continue
            moved = LANGUAGES.get(value) or self.address(value, is_link=key != "content")
            if moved != value:
                changes[key] = moved
        return changes

    @staticmethod
    def _set_current(
        language: str, written: Mapping[str, str], changes: dict[str, str | None]
    ) -> None:
        if language == TRADITIONAL_TAG:
            changes["aria-current"] = "true"
        elif "aria-current" in written:
            changes["aria-current"] = None

    def address(self, address: str, is_link: bool = True) -> str:
        """`is_link`: it is an address; without, only if it has a scheme."""
        return self._moved(address) if is_link or SCHEME.match(address) else address

    def _moved(self, address: str) -> str:
        place = self._place
        if address.startswith(self._whole):
            return self._below(self._whole, address)
        if not address or address[0] == "#" or SCHEME.match(address):
            return address
        if not place.relative:
            return self._below(place.root, address) if address.startswith(place.root) else address
        target = posixpath.normpath(posixpath.join(self._folder, _path(address)))
        twin = traditional_path(target)
        if twin.endswith(TRADITIONAL_SCRIPT):
            return self._as_file(address[:-3] + TRADITIONAL_SCRIPT)
        return address if twin else self._as_file(address)

    def _below(self, root: str, address: str) -> str:
        """The address of a page in traditional characters; of anything else that of the file."""
        path = _path(address[len(root) :])
        if not path or path.endswith("/"):
            path += "index.html"
        twin = traditional_path(path)
        if twin.endswith(TRADITIONAL_SCRIPT):
            return root + twin
        return f"{root}{TRADITIONAL}/{address[len(root) :]}" if twin else address

    def _as_file(self, address: str) -> str:
        """The same file, from a page one folder deeper."""
        if not self._place.relative or SCHEME.match(address):
            return address
        # From `zh-hant/news/` the way to `news/a.svg` leads through the root.
        target = posixpath.normpath(posixpath.join(self._folder, address))
        depth = self._folder.count("/") + 1 if self._folder else 0
        return "../" * (depth + 1) + target


def _path(address: str) -> str:
    return unquote(re.split(r"[?#]", address, maxsplit=1)[0])


def traditional_search(index: str, traditional: Traditional) -> tuple[str, str]:
    """The search index in traditional characters, and which of these stand for which simplified
    ones in it: so that a search finds a word however it is written.
    """
    entries = json.loads(index)
    texts = [entry.get(key, "") for entry in entries for key in "tcskx"]
    converted = traditional.convert_all(texts)
    new = iter(converted)
    for entry in entries:
        for key in "tcskx":
            text = next(new)
            if key in entry:
                entry[key] = text
        if not traditional_path(entry["u"].partition("#")[0]):
            entry["u"] = f"../{entry['u']}"
    letters = zip("".join(converted), "".join(texts), strict=True)
    pairs = sorted({pair for pair in letters if pair[0] != pair[1]})
    # A place in a text must stay the same place, also where it is counted in units of UTF-16.
    pairs = [(new, old) for new, old in pairs if max(new, old) <= "\uffff"]
    variants = {
        "traditional": "".join(new for new, _ in pairs),
        "simplified": "".join(old for _, old in pairs),
    }
    return _encode_briefly(entries), _encode_briefly(variants)

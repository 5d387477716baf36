"""Documents that are archives of XML: parts read by expat, event by event.

Nothing is expanded: a part that declares entities ends there, and one that is longer than an honest
document is read up to a limit, since a member may be a thousand times as long as its archive.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from xml.parsers import expat

MOST_BYTES, CHUNK = 64_000_000, 65_536
# All parts of one file together.
MOST_OF_ALL = 256_000_000

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


class _Stop(Exception):
    pass


class Package:
    """Names of parts, and their events. `was_cut` if a limit ended the reading of any."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = [member.filename for member in archive.infolist()]
        self.was_cut = False
        self._left = MOST_OF_ALL

    def matching(self, pattern: str) -> list[str]:
        """The names that a pattern matches, by the numbers in them."""
        found = [name for name in self.names if re.fullmatch(pattern, name)]
        return sorted(found, key=lambda name: [int(n) for n in re.findall(r"\d+", name)] or [0])

    def read(self, name: str, start: Start, end: End | None = None, words: Words | None = None):  # type: ignore[no-untyped-def]
        """Call these for each tag and text of a part; names are without their namespace. A part
        that isn't there, or that can't be read on, has no more events.
        """
        if name not in self.names:
            return
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def started(tag: str, attributes: dict[str, str]) -> None:
            start(_local(tag), {_local(key): value for key, value in attributes.items()})

        def declared(*_: object) -> None:
            raise _Stop

        parser.StartElementHandler = started
        parser.EntityDeclHandler = declared
        if end:
            parser.EndElementHandler = lambda tag: end(_local(tag))
        if words:
            parser.CharacterDataHandler = words
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk, False)
        except (_Stop, expat.ExpatError, ValueError, LookupError):
            return

    def _chunks(self, name: str) -> Iterator[bytes]:
        limit = min(MOST_BYTES, self._left)
        with self._archive.open(name) as member:
            while limit > 0 and (chunk := member.read(CHUNK)):
                limit -= len(chunk)
                self._left -= len(chunk)
                yield chunk
        self.was_cut = self.was_cut or limit <= 0

    def values(self, name: str) -> dict[str, str]:
        """The text of each tag of a small part, of repeated ones the last; those of custom
        properties by the name of the property.
        """
        found: dict[str, str] = {}
        key = ""

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal key
            if tag == "property" or tag == "user-defined":
                key = attributes.get("name", tag)
            elif key not in {"AIGC"}:
                key = tag
            found.setdefault(key, "")

        def words(text: str) -> None:
            if key:
                found[key] = (found[key] + text)[:2000]

        self.read(name, start, words=words)
        return {key: value.strip() for key, value in found.items()}

    def attributes(self, name: str, tag: str) -> list[dict[str, str]]:
        found: list[dict[str, str]] = []

        def start(each: str, attributes: dict[str, str]) -> None:
            if each == tag:
                found.append(attributes)

        self.read(name, start)
        return found


def _local(name: str) -> str:
    return name.rpartition(" ")[2]

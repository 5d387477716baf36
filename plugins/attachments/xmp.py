"""XMP packets (ISO 16684-1): who made a file, and the label of what a machine has made.

The label of GB 45438-2025 is the property `AIGC`, as a rule of the namespace
http://www.tc260.org.cn/ns/AIGC/1.0/, whose value is JSON; `DigitalSourceType` of IPTC says the same
in other countries. Nobody may remove them (人工智能生成合成内容标识办法, art. 10), so a packet that
has more than labels is written anew with nothing but them.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
FRAMES = frozenset({RDF, "adobe:ns:meta/", "http://www.w3.org/XML/1998/namespace", ""})
LABELS = frozenset({"AIGC", "DigitalSourceType"})
CREATORS = frozenset({"creator", "author", "artist", "by-line", "ownername", "cameraownername"})
LONGEST = 1_000_000


class Xmp(NamedTuple):
    """`labels` are namespace, name and value; `has_more` properties than these. `has_location`
    where a picture was taken. `is_labelled` also by a label that has a structure for its value.
    """

    labels: tuple[tuple[str, str, str], ...] = ()
    creators: tuple[str, ...] = ()
    has_location: bool = False
    has_more: bool = False
    is_labelled: bool = False
    is_aigc: bool = False


class _Stop(Exception):
    pass


class _Reader:
    def __init__(self) -> None:
        self.values: list[tuple[str, str, str]] = []
        self._open: list[tuple[str, str]] = []
        self._words: list[str] = []
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words.append
        parser.EntityDeclHandler = self._declared

    def _declared(self, *_: object) -> None:
        raise _Stop

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._words.clear()
        self._open.append(_split(tag))
        for key, value in attributes.items():
            space, name = _split(key)
            if space not in FRAMES:
                self.values.append((space, name, value))

    def _end(self, tag: str) -> None:
        text = "".join(self._words).strip()
        # A value of a list belongs to the property that holds the list.
        owner = next((each for each in reversed(self._open) if each[0] not in FRAMES), None)
        if owner and (text or _split(tag) == owner):
            self.values.append((*owner, text))
        self._words.clear()
        self._open.pop()


def read_xmp(packet: bytes) -> Xmp | None:
    """None for what is no packet that can be read."""
    reader = _Reader()
    try:
        reader.parser.Parse(packet[:LONGEST].strip(b"\0 \r\n\t"), True)
    except (_Stop, expat.ExpatError, ValueError, LookupError):
        return None
    values = reader.values
    labels = tuple(dict.fromkeys(each for each in values if each[1] in LABELS and each[2]))
    creators = tuple(
        dict.fromkeys(text for _, name, text in values if name.lower() in CREATORS and text)
    )
    return Xmp(
        labels,
        creators,
        any(name.startswith("GPS") for _, name, _ in values),
        any(name not in LABELS for _, name, _ in values),
        any(name in LABELS for _, name, _ in values),
        any(name == "AIGC" for _, name, _ in values),
    )


def labels_only(packet: bytes) -> bytes:
    """The packet with its labels and nothing else: itself if it has nothing else, or if it speaks
    of a label and can't be read; empty if it has none.
    """
    if b"AIGC" not in packet and b"DigitalSourceType" not in packet:
        return b""
    found = read_xmp(packet)
    if found is not None and not found.is_labelled:
        return b""
    # A label that is no simple value is not taken apart.
    if found is None or not found.has_more or not found.labels:
        return packet
    properties = "".join(
        f"<l{number}:{name} xmlns:l{number}={quoteattr(space)}>{escape(value)}</l{number}:{name}>"
        for number, (space, name, value) in enumerate(found.labels)
    )
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about="">{properties}'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def _split(name: str) -> tuple[str, str]:
    space, _, local = name.rpartition(" ")
    return space, local

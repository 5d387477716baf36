"""Pictures in their parts, of which some tell more than is to be seen: JPEG segments (ISO/IEC
10918-1), PNG chunks (W3C PNG, third edition), WebP chunks (RFC 9649).

Each part goes as it is, in another form, or not at all; the compressed picture is never touched.
Colour profiles stay, the orientation stays, labels of what a machine has made stay. A file that has
another form than its format says is left as it is.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.attachments.exif import HEAD, has_label, read_exif
from plugins.attachments.xmp import labels_only, read_xmp

XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
XMP_KEYWORD = b"XML:com.adobe.xmp"
# What people and cameras write into a PNG; others say how it was made.
PNG_PERSONAL = {
    b"author": "作者", b"comment": "备注", b"description": "图片说明", b"source": "设备",
    b"copyright holder": "所有者", b"artist": "作者", b"location": "地点",
}  # fmt: skip
RAW_PROFILE = b"raw profile type "
LONGEST_TEXT = 1_000_000
# The next marker in compressed data: stuffed zeros, fill bytes and restarts are none.
MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


class _Foreign(Exception):
    """It has not the form of its format."""


@dataclass
class Cleaned:
    """`data` is the given object if nothing had to go."""

    data: bytes
    has_location: bool = False
    personal: list[str] = field(default_factory=list)
    is_aigc: bool = False


def cleaned(data: bytes, format: str) -> bytes:
    """A picture as it is published. `format` is JPEG, PNG or WEBP; any other stays as it is."""
    return clean_picture(data, format).data


def clean_picture(data: bytes, format: str) -> Cleaned:
    parts = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp}.get(format)
    found = Cleaned(data)
    if parts is None:
        return found
    try:
        made = b"".join(parts(data, found))
    except (_Foreign, struct.error, IndexError):
        return Cleaned(data)
    found.personal = list(dict.fromkeys(found.personal))
    if made != data:
        found.data = made
    return found


def _jpeg(data: bytes, found: Cleaned) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    while True:
        if data[at] != 0xFF:
            raise _Foreign
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            yield data[at : at + 2]
            yield from _trailer(data[at + 2 :])
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise _Foreign
        payload = data[at + 4 : end]
        kept = _jpeg_segment(marker, payload, found)
        if kept is payload:
            yield data[at:end]
        elif kept and len(kept) < 0xFFFE:
            yield struct.pack(">BBH", 0xFF, marker, len(kept) + 2) + kept
        at = end
        if marker == 0xDA:
            match = MARKER.search(data, at)
            if match is None:
                raise _Foreign
            yield data[at : match.start()]
            at = match.start()


def _jpeg_segment(marker: int, payload: bytes, found: Cleaned) -> bytes:
    if marker == 0xE1 and payload.startswith(HEAD):
        return _with(HEAD, _exif(payload[len(HEAD) :], found), payload)
    if marker == 0xE1 and payload.startswith(XMP_HEAD):
        return _with(XMP_HEAD, _xmp(payload[len(XMP_HEAD) :], found), payload)
    is_note = marker == 0xFE or 0xE1 <= marker <= 0xEF
    if not is_note or marker in {0xEB, 0xEE} or has_label(payload):
        # Of applications: JFIF, provenance (C2PA) and how colours are coded.
        found.is_aigc = found.is_aigc or (is_note and has_label(payload))
        return payload
    if marker == 0xE2 and payload.startswith(b"ICC_PROFILE\0"):
        return payload
    if marker == 0xFE and payload.strip(b"\0 "):
        found.personal.append("备注")
    if marker == 0xED:
        found.personal.append("图片说明")
    return b""


def _png(data: bytes, found: Cleaned) -> Iterator[bytes]:
    if not data.startswith(PNG_HEAD):
        raise _Foreign
    yield PNG_HEAD
    at = len(PNG_HEAD)
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise _Foreign
        payload = data[at + 8 : end - 4]
        kept = _png_chunk(name, payload, found)
        if kept is payload:
            yield data[at:end]
        elif kept:
            checksum = zlib.crc32(name + kept)
            yield struct.pack(">I4s", len(kept), name) + kept + struct.pack(">I", checksum)
        at = end
        if name == b"IEND":
            yield from _trailer(data[at:])
            return


def _png_chunk(name: bytes, payload: bytes, found: Cleaned) -> bytes:
    if name == b"eXIf":
        return _with(b"", _exif(payload, found), payload)
    if name not in {b"tEXt", b"zTXt", b"iTXt"}:
        return payload
    keyword, _, rest = payload.partition(b"\0")
    text = _png_text(name, rest)
    if keyword == XMP_KEYWORD:
        # Compressed or not: flag, method, language, translated keyword.
        kept = _xmp(text, found)
        return payload if kept is text else kept and keyword + b"\0\0\0\0\0" + kept
    if has_label(keyword) or has_label(text):
        found.is_aigc = True
        return payload
    word = PNG_PERSONAL.get(keyword.lower())
    if keyword.lower().startswith(RAW_PROFILE):
        word = "图片说明"
    if word is None:
        return payload
    found.personal.append(word)
    return b""


def _png_text(name: bytes, rest: bytes) -> bytes:
    if name == b"tEXt":
        return rest
    if name == b"zTXt":
        return _inflated(rest[1:])
    language_on = rest[2:].partition(b"\0")[2]
    text = language_on.partition(b"\0")[2]
    return _inflated(text) if rest[:1] == b"\1" else text


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, LONGEST_TEXT)
    except zlib.error:
        return b""


def _webp(data: bytes, found: Cleaned) -> Iterator[bytes]:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise _Foreign
    (size,) = struct.unpack_from("<I", data, 4)
    whole_end = 8 + size
    if whole_end > len(data):
        raise _Foreign
    chunks: list[tuple[bytes, bytes]] = []
    at = 12
    while at + 8 <= whole_end:
        name, length = struct.unpack_from("<4sI", data, at)
        if at + 8 + length > whole_end:
            raise _Foreign
        chunks.append((name, data[at + 8 : at + 8 + length]))
        at += 8 + length + length % 2
    kept = [(name, payload, _webp_chunk(name, payload, found)) for name, payload in chunks]
    trailer = b"".join(_trailer(data[whole_end:]))
    if all(new is payload for _, payload, new in kept) and len(trailer) == len(data) - whole_end:
        yield data
        return
    left = {name for name, _, new in kept if new}
    body = b"".join(
        name + struct.pack("<I", len(new)) + new + b"\0" * (len(new) % 2)
        for name, _, new in [(n, p, _flags(k, left) if n == b"VP8X" else k) for n, p, k in kept]
        if new
    )
    yield b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body + trailer


def _webp_chunk(name: bytes, payload: bytes, found: Cleaned) -> bytes:
    if name == b"EXIF":
        # Some programs write the head of JPEG's segment too.
        head = HEAD if payload.startswith(HEAD) else b""
        return _with(head, _exif(payload[len(head) :], found), payload)
    if name == b"XMP ":
        return _with(b"", _xmp(payload, found), payload)
    return payload


def _flags(payload: bytes, left: set[bytes]) -> bytes:
    flags = payload[0]
    flags &= ~(0x08 if b"EXIF" not in left else 0) & ~(0x04 if b"XMP " not in left else 0)
    return bytes([flags]) + payload[1:]


def _exif(block: bytes, found: Cleaned) -> bytes:
    exif = read_exif(block)
    found.has_location = found.has_location or exif.has_location
    found.is_aigc = found.is_aigc or exif.is_aigc
    found.personal += exif.personal
    return exif.clean


def _xmp(packet: bytes, found: Cleaned) -> bytes:
    xmp = read_xmp(packet)
    if xmp is not None:
        found.has_location = found.has_location or xmp.has_location
        found.is_aigc = found.is_aigc or xmp.is_aigc
        found.personal += ["作者"] * bool(xmp.creators)
    else:
        found.is_aigc = found.is_aigc or has_label(packet)
    return labels_only(packet)


def _with(head: bytes, clean: bytes, payload: bytes) -> bytes:
    """A part with another content; the same object if the content is the same, empty if it is."""
    if not clean:
        return b""
    made = head + clean
    return payload if made == payload else made


def _trailer(rest: bytes) -> Iterator[bytes]:
    """What stands behind a picture is not shown: films, second pictures with their metadata."""
    if has_label(rest):
        yield rest

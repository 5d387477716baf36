"""EXIF (JEITA CP-3451): what of it says where, by whom and with which camera a picture was taken,
and a block without that. Blocks are read and written by Pillow.
"""

from __future__ import annotations

import warnings
from typing import Any, NamedTuple

HEAD = b"Exif\0\0"
EXIF, GPS, INTEROPERABILITY = 0x8769, 0x8825, 0xA005
# How a picture is to be shown; and its copyright, which nobody may remove (著作权法 art. 53(7)).
KEPT = frozenset({0x0112, 0x011A, 0x011B, 0x0128, 0x0213, 0x8298})
KEPT_BELOW = frozenset({0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003, 0xA500})
PERSONAL = {
    0x010E: "图片说明",
    0x013B: "作者",
    0x013C: "电脑名称",
    0x9C9B: "标题",
    0x9C9C: "备注",
    0x9C9D: "作者",
    0x9C9E: "关键词",
}
PERSONAL_BELOW = {
    0x9286: "备注",
    0xA430: "相机所有者",
    0xA431: "相机序列号",
    0xA435: "镜头序列号",
    0xA420: "图片编号",
}
AIGC = tuple("AIGC".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


class Exif(NamedTuple):
    """`clean` is the block as it may be published: the given one if nothing has to go."""

    clean: bytes
    has_location: bool = False
    personal: tuple[str, ...] = ()
    is_aigc: bool = False


def read_exif(block: bytes) -> Exif:
    """`block` without `HEAD`. One that can't be read goes as a whole, unless it has a label."""
    is_aigc = has_label(block)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(block, is_aigc)
    except Exception:
        # A foreign file can make any part of a parser fail.
        return Exif(block if is_aigc else b"", is_aigc=is_aigc)


def has_label(data: bytes) -> bool:
    return any(mark in data for mark in AIGC)


def _read(block: bytes, is_aigc: bool) -> Exif:
    from PIL import Image

    exif = Image.Exif()
    exif.load(HEAD + block)
    below, location = exif.get_ifd(EXIF), exif.get_ifd(GPS)
    top = {tag: value for tag, value in exif.items() if tag not in {EXIF, GPS}}
    personal = [PERSONAL[tag] for tag, value in top.items() if tag in PERSONAL and _says(value)]
    personal += [
        PERSONAL_BELOW[tag]
        for tag, value in below.items()
        if tag in PERSONAL_BELOW and _says(value)
    ]
    kept = {tag: value for tag, value in top.items() if tag in KEPT or _is_label(value)}
    kept_below = {t: value for t, value in below.items() if t in KEPT_BELOW or _is_label(value)}
    # A label that was not found in any value is in something that Pillow doesn't read.
    found = any(_is_label(value) for value in (*kept.values(), *kept_below.values()))
    is_whole = kept == top and kept_below == below and not location
    if is_whole or (is_aigc and not found):
        clean = block
    elif kept or kept_below:
        clean = _block(kept, kept_below)
    else:
        clean = b""
    has_location = any(tag not in {0, 29} for tag in location)
    return Exif(clean, has_location, tuple(dict.fromkeys(personal)), is_aigc)


def _block(top: dict[int, Any], below: dict[int, Any]) -> bytes:
    from PIL import Image

    made = Image.Exif()
    for tag, value in top.items():
        made[tag] = value
    if below:
        made.get_ifd(EXIF).update(below)
    return made.tobytes().removeprefix(HEAD)


def _says(value: Any) -> bool:
    if isinstance(value, bytes):
        value = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0").strip(b"\0 ")
    return bool(value) and not _is_label(value)


def _is_label(value: Any) -> bool:
    if isinstance(value, str):
        return "AIGC" in value
    if isinstance(value, tuple):
        value = bytes(each for each in value if isinstance(each, int) and 0 <= each < 256)
    return isinstance(value, bytes) and has_label(value)

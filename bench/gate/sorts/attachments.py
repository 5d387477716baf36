"""Faults of files and pictures: what they say of people, and what they are."""

from __future__ import annotations

import io
import re
import zipfile
from random import Random

from bench.gate.model import DOCUMENT, PICTURE, SHEET, Planted, Source, sort
from bench.gate.sorts.persons import identity, mobile, name

CORE = "docProps/core.xml"
TEXT = "word/document.xml"


def _with_part(data: bytes, part: str, pattern: str, new: str) -> bytes | None:
    """A package with one match in one of its parts replaced; None where there is no match."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as made:
        if part not in old.namelist():
            return None
        text = old.read(part).decode("utf-8")
        changed, times = re.subn(pattern, lambda _: new, text, count=1)
        for item in old.infolist():
            made.writestr(item, changed if item.filename == part else old.read(item.filename))
    return out.getvalue() if times else None


def _author(chance: Random, source: Source) -> Planted | None:
    tag = chance.choice(["dc:creator", "cp:lastModifiedBy"])
    element = f"<{tag}>{name(chance)}</{tag}>"
    old = _with_part(source.data, CORE, rf"<{tag}\s*/>|<{tag}>[^<]*</{tag}>", element)
    data = old or _with_part(source.data, CORE, r"(?=</cp:coreProperties>)", element)
    return Planted(data) if data else None


def _mobile(chance: Random, source: Source) -> Planted | None:
    run = f"<w:p><w:r><w:t>联系 {mobile(chance)}</w:t></w:r></w:p>"
    data = _with_part(source.data, TEXT, r"(?<=<w:body>)", run)
    return Planted(data) if data else None


def _comment(chance: Random, source: Source) -> Planted | None:
    """A deletion that was tracked."""
    run = (
        f'<w:p><w:del w:id="9001" w:author="{name(chance)}" w:date="2026-01-01T00:00:00Z">'
        "<w:r><w:delText>删去的话</w:delText></w:r></w:del></w:p>"
    )
    data = _with_part(source.data, TEXT, r"(?<=<w:body>)", run)
    return Planted(data) if data else None


def _row(chance: Random, source: Source) -> Planted | None:
    return Planted(source.data.rstrip() + f"\n李某,{identity(chance)}\n".encode())


def _another_format(chance: Random, source: Source) -> Planted | None:
    return Planted(b"%PDF-1.7\n%%EOF\n")


def _picture(*, place: bool) -> bytes:
    """A JPEG with its place, or with its author and camera."""
    from PIL import Image

    made = Image.Exif()
    if place:
        made.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 0.0), 3: "E", 4: (120.0, 9.0, 0.0)})
    else:
        made[0x013B] = "Zhang San"
        made.get_ifd(0x8769).update({0xA431: "SN-0042"})
    out = io.BytesIO()
    Image.new("RGB", (48, 32)).save(out, "JPEG", exif=made)
    return out.getvalue()


SORTS = (
    sort("文档里留着作者", "attachment-metadata", _author, f"{DOCUMENT}"),
    sort("文档里留着修订", "attachment-metadata", _comment, DOCUMENT),
    sort("文档里的手机号码", "personal-mobile", _mobile, DOCUMENT),
    sort("表格文件里的身份证号", "identity-number", _row, SHEET),
    sort("后缀与内容不一致", "file-content", _another_format, DOCUMENT),
    sort("照片记着拍摄地点", "image-gps", lambda *_: Planted(_picture(place=True)), PICTURE),
    sort(
        "照片记着作者和相机", "image-metadata", lambda *_: Planted(_picture(place=False)), PICTURE
    ),
)

"""The text of PDF files, page by page, and what is kept beside it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from plugins.attachments.model import MOST_CHARACTERS, AttachmentFacts, Piece
from plugins.attachments.xmp import read_xmp

# A page takes some hundredths of a second.
MOST_PAGES = 300
# What people write on a page; links and fields of a form are none.
NOTES = frozenset(
    {"/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/Caret"}
)


def read_pdf_text(file: Path, facts: AttachmentFacts) -> None:
    """What can't be read is left out; that it can't is said by `file-content`."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(file)
    pages = images = notes = 0
    for number, page in enumerate(reader.pages, 1):
        if number > MOST_PAGES or sum(len(piece.text) for piece in facts.pieces) > MOST_CHARACTERS:
            facts.has_more = True
            break
        pages += 1
        lines = page.extract_text().split("\n")
        facts.add(Piece(f"第{number}页", line) for line in lines)
        images += _has_image(page)
        notes += _read_notes(page, facts, number)
    facts.is_scanned = bool(pages and images and not facts.pieces)
    facts.trace("{} 处批注", notes)
    facts.trace("{} 个附在里面的文件", len(list(reader.attachment_list)))
    _read_information(reader, facts)


def _read_information(reader: Any, facts: AttachmentFacts) -> None:
    information = reader.metadata or {}
    facts.title = str(information.get("/Title") or "")
    facts.add_person("作者", str(information.get("/Author") or ""))
    facts.is_aigc = "/AIGC" in information
    xmp = read_xmp(_xmp_bytes(reader))
    if xmp is not None:
        facts.is_aigc = facts.is_aigc or xmp.is_aigc
        for name in xmp.creators:
            facts.add_person("作者", name)


def _xmp_bytes(reader: Any) -> bytes:
    stream = reader.root_object.get("/Metadata")
    return bytes(stream.get_object().get_data()) if stream is not None else b""


def _has_image(page: Any) -> bool:
    resources = page.get("/Resources")
    objects = (resources.get_object() if resources is not None else {}).get("/XObject")
    each = (objects.get_object() if objects is not None else {}).values()
    return any(one.get_object().get("/Subtype") == "/Image" for one in each)


def _read_notes(page: Any, facts: AttachmentFacts, number: int) -> int:
    count = 0
    for reference in page.get("/Annots") or []:
        note = reference.get_object()
        if note.get("/Subtype") in NOTES:
            count += 1
            facts.add([Piece(f"第{number}页的批注", str(note.get("/Contents") or ""))])
            facts.add_person("批注的人", str(note.get("/T") or ""))
    return count

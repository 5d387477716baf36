"""What an attachment or a picture has in it besides what is seen at first."""

from __future__ import annotations

import logging
import zipfile
from pathlib import Path

from plugins.attachments.model import AttachmentFacts, numbered
from plugins.attachments.package import Package
from plugins.attachments.pictures import clean_picture

PICTURES = frozenset({"JPEG", "PNG", "WEBP", "GIF"})
MOST_BYTES_OF_TEXT = 20_000_000
# Decoding a picture is not needed, its head has its size; a larger file is no picture for a site.
MOST_BYTES_OF_PICTURE = 100_000_000
ENCODINGS = ("utf-8-sig", "gb18030")
logger = logging.getLogger(__name__)
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def inspect(file: Path, format: str) -> AttachmentFacts:
    """`format` is the name of a `Format`. What can't be read is left out."""
    facts = AttachmentFacts()
    try:
        if format in PICTURES:
            _read_picture(file, format, facts)
        elif format == "PDF":
            from plugins.attachments.pdf import read_pdf_text

            read_pdf_text(file, facts)
        elif format == "TEXT":
            _read_text(file, facts)
        elif format in {"DOCX", "XLSX", "PPTX", "ODF", "OFD"}:
            _read_package(file, format, facts)
    except Exception:
        # A foreign file can make any part of a parser fail, also with an OSError; that a file is
        # broken is said by `file-content`.
        logger.debug("could not inspect %s", file, exc_info=True)
    return facts


def _read_package(file: Path, format: str, facts: AttachmentFacts) -> None:
    from plugins.attachments.sheets import read_sheets
    from plugins.attachments.slides import read_ofd, read_open_document, read_slides
    from plugins.attachments.word import read_word

    readers = {
        "DOCX": read_word,
        "XLSX": read_sheets,
        "PPTX": read_slides,
        "ODF": read_open_document,
        "OFD": read_ofd,
    }
    with zipfile.ZipFile(file) as archive:
        package = Package(archive)
        readers[format](package, facts)
        facts.has_more = facts.has_more or package.was_cut


def _read_text(file: Path, facts: AttachmentFacts) -> None:
    with file.open("rb") as opened:
        data = opened.read(MOST_BYTES_OF_TEXT + 1)
    facts.has_more = len(data) > MOST_BYTES_OF_TEXT
    facts.add(numbered("第{}行", _decoded(data[:MOST_BYTES_OF_TEXT]).split("\n")))


def _decoded(data: bytes) -> str:
    if data[:2] in WIDE_MARKS:
        return data.decode("utf-16", "replace")
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _read_picture(file: Path, format: str, facts: AttachmentFacts) -> None:
    if file.stat().st_size > MOST_BYTES_OF_PICTURE:
        return
    data = file.read_bytes()
    clean = clean_picture(data, format)
    facts.has_location, facts.personal = clean.has_location, clean.personal
    facts.is_aigc = clean.is_aigc
    facts.needs_cleaning = clean.data is not data
    facts.published_size = len(clean.data)
    facts.width, facts.height = _size(data)


def _size(data: bytes) -> tuple[int, int]:
    """As it is shown: turned as its orientation says. Raises what Pillow does."""
    import io
    import warnings

    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
            turned = picture.getexif().get(0x0112, 1) in {5, 6, 7, 8}
    return (height, width) if turned else (width, height)

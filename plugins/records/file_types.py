"""What a file is, told by its content, and whether its name says the same.

Servers and browsers go by the name: a page of HTML that is called x.pdf is harmless there, and one
that is called x.html runs scripts with the rights of this site. People go by what they see. So both
are looked at, and only types that are known to be harmless are let through.
"""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

# Enough for all signatures below, and for the first tag of a page.
HEAD_BYTES = 1024


class Format(StrEnum):
    """What the content of a file is; the value is its name for readers."""

    PDF = "PDF 文件"
    DOCX = "Word 文档"
    XLSX = "Excel 表格"
    PPTX = "PPT 演示文稿"
    OFD = "OFD 版式文件"
    ODF = "开放文档"
    ZIP = "压缩包"
    OLE = "旧版 Office 或 WPS 文件"
    RAR = "RAR 压缩包"
    SEVEN_ZIP = "7z 压缩包"
    PNG = "PNG 图片"
    JPEG = "JPEG 图片"
    GIF = "GIF 图片"
    WEBP = "WebP 图片"
    SVG = "SVG 图片"
    BMP = "BMP 图片"
    TIFF = "TIFF 图片"
    HEIC = "HEIC 图片"
    MP3 = "MP3 音频"
    MP4 = "MP4 视频"
    TEXT = "文本"
    PAGE = "网页"
    XML = "XML 文件"
    PROGRAM = "程序"
    EMPTY = "空文件"
    OTHER = "不认识的内容"


class Type(NamedTuple):
    """What a suffix promises. `instead` is the form to ask for, where not everyone can open this
    one; `shown` are pictures that browsers show.
    """

    label: str
    formats: tuple[Format, ...]
    instead: str = ""
    shown: bool = False


TEXT_FORM, PICTURE_FORM = "存成 .docx、.xlsx 或 PDF", "存成 JPG 或 PNG"
ZIP_FORM = "打成 .zip，或者把里面的文件分别放上"
TYPES = {
    ".pdf": Type("PDF", (Format.PDF,)),
    ".ofd": Type("OFD 版式文件", (Format.OFD,)),
    ".docx": Type("Word 文档", (Format.DOCX,)),
    ".xlsx": Type("Excel 表格", (Format.XLSX,)),
    ".pptx": Type("PPT 演示文稿", (Format.PPTX,)),
    ".odt": Type("开放文档", (Format.ODF,)),
    ".ods": Type("开放文档", (Format.ODF,)),
    ".csv": Type("CSV 表格", (Format.TEXT,)),
    ".txt": Type("文本", (Format.TEXT,)),
    ".zip": Type("压缩包", (Format.ZIP,)),
    ".png": Type("PNG 图片", (Format.PNG,), shown=True),
    ".jpg": Type("JPEG 图片", (Format.JPEG,), shown=True),
    ".jpeg": Type("JPEG 图片", (Format.JPEG,), shown=True),
    ".gif": Type("GIF 图片", (Format.GIF,), shown=True),
    ".webp": Type("WebP 图片", (Format.WEBP,), shown=True),
    ".svg": Type("SVG 图片", (Format.SVG,), shown=True),
    ".mp3": Type("音频", (Format.MP3,)),
    ".mp4": Type("视频", (Format.MP4,)),
    # What not everyone can open. WPS saves its own suffixes in both of Word's forms.
    ".doc": Type("Word 文档", (Format.OLE,), TEXT_FORM),
    ".xls": Type("Excel 表格", (Format.OLE,), TEXT_FORM),
    ".ppt": Type("PPT 演示文稿", (Format.OLE,), "存成 .pptx 或 PDF"),
    ".wps": Type("WPS 文档", (Format.OLE, Format.DOCX), TEXT_FORM),
    ".et": Type("WPS 表格", (Format.OLE, Format.XLSX), TEXT_FORM),
    ".dps": Type("WPS 演示文稿", (Format.OLE, Format.PPTX), "存成 .pptx 或 PDF"),
    ".rar": Type("RAR 压缩包", (Format.RAR,), ZIP_FORM),
    ".7z": Type("7z 压缩包", (Format.SEVEN_ZIP,), ZIP_FORM),
    ".bmp": Type("BMP 图片", (Format.BMP,), PICTURE_FORM),
    ".tif": Type("TIFF 图片", (Format.TIFF,), PICTURE_FORM),
    ".tiff": Type("TIFF 图片", (Format.TIFF,), PICTURE_FORM),
    ".heic": Type("HEIC 图片", (Format.HEIC,), PICTURE_FORM),
    ".heif": Type("HEIC 图片", (Format.HEIC,), PICTURE_FORM),
}
# What runs: in the browser with the rights of this site, on a server, or on the reader's computer.
ACTIVE = frozenset(
    {
        ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".xml", ".xsl", ".xslt",
        ".svgz", ".swf", ".js", ".mjs", ".css", ".wasm", ".hta", ".htc", ".url", ".webloc", ".lnk",
        ".php", ".asp", ".aspx", ".jsp", ".cgi", ".py", ".pl", ".rb", ".sh", ".htaccess",
        ".exe", ".msi", ".dll", ".com", ".scr", ".pif", ".cpl", ".bat", ".cmd", ".ps1", ".vbs",
        ".vbe", ".jse", ".wsf", ".wsh", ".reg", ".chm", ".jar", ".apk", ".dmg", ".pkg", ".app",
        ".deb", ".rpm", ".iso", ".img", ".elf", ".bin", ".so", ".docm", ".xlsm", ".pptm", ".dotm",
        ".xltm", ".xlam",
    }
)  # fmt: skip

SIGNATURES = (
    (b"%PDF-", Format.PDF),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"\xff\xd8\xff", Format.JPEG),
    (b"GIF87a", Format.GIF),
    (b"GIF89a", Format.GIF),
    (b"BM", Format.BMP),
    (b"II*\0", Format.TIFF),
    (b"MM\0*", Format.TIFF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLE),
    (b"Rar!\x1a\x07", Format.RAR),
    (b"7z\xbc\xaf\x27\x1c", Format.SEVEN_ZIP),
    (b"ID3", Format.MP3),
    (b"MZ", Format.PROGRAM),
    (b"\x7fELF", Format.PROGRAM),
    (b"\xca\xfe\xba\xbe", Format.PROGRAM),
    (b"\xcf\xfa\xed\xfe", Format.PROGRAM),
    (b"#!", Format.PROGRAM),
    (b"<?php", Format.PROGRAM),
)
HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# A tag, a comment or a declaration first: a browser that guesses takes the file for a page.
MARKUP = re.compile(rb"\s*<(?:!--|!doctype|\?xml|[a-z/!?])", re.I)
SVG_TAG = re.compile(rb"<(?:\w+:)?svg[\s>]", re.I)
HTML_TAG = re.compile(rb"<(?:!doctype\s+)?html[\s>]", re.I)
XML_MARK = re.compile(rb"\s*<\?xml", re.I)
# A zip file is known by the names in it.
MEMBERS = (
    ("word/document.xml", Format.DOCX),
    ("xl/workbook.xml", Format.XLSX),
    ("xl/workbook.bin", Format.XLSX),
    ("ppt/presentation.xml", Format.PPTX),
    ("OFD.xml", Format.OFD),
    ("META-INF/MANIFEST.MF", Format.PROGRAM),
    ("AndroidManifest.xml", Format.PROGRAM),
)
MACROS = "vbaproject.bin"
MOST_MEMBERS = 10_000


class Content(NamedTuple):
    """`fault` says what else is wrong with it, in words that follow 文件; empty if nothing."""

    format: Format
    fault: str = ""


def suffix_of(path: str) -> str:
    name = path.rpartition("/")[2]
    return f".{name.rpartition('.')[2].lower()}" if "." in name else ""


def content_of(file: Path) -> Content:
    """Raises OSError."""
    with file.open("rb") as opened:
        head = opened.read(HEAD_BYTES)
    if head[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return _zip_content(file)
    return Content(_format_of(head))


def _format_of(head: bytes) -> Format:
    if not head:
        return Format.EMPTY
    for signature, found in SIGNATURES:
        # Two letters may also begin a text.
        if head.startswith(signature) and (len(signature) > 2 or b"\0" in head or head[:1] == b"#"):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Format.WEBP
    if head[4:8] == b"ftyp":
        return Format.HEIC if head[8:12] in HEIC_BRANDS else Format.MP4
    if head[0] == 0xFF and len(head) > 1 and head[1] & 0xE6 == 0xE2:
        return Format.MP3
    return _text_format(head)


def _text_format(head: bytes) -> Format:
    wide = head[:2] in MARKS
    for mark in MARKS:
        head = head.removeprefix(mark)
    if wide:
        head = head.replace(b"\0", b"")
    if b"\0" in head:
        return Format.OTHER
    if MARKUP.match(head):
        is_svg = SVG_TAG.search(head) and not HTML_TAG.search(head)
        return Format.SVG if is_svg else Format.XML if XML_MARK.match(head) else Format.PAGE
    return Format.TEXT if wide or _is_text(head) else Format.OTHER


def _is_text(head: bytes) -> bool:
    """Few control characters, in any encoding: a table in GBK is one too."""
    return sum(byte < 32 and byte not in b"\t\n\r\f" for byte in head) == 0


def _zip_content(file: Path) -> Content:
    try:
        with zipfile.ZipFile(file) as opened:
            members = opened.infolist()
            names = {member.filename for member in members}
            if "mimetype" in names:
                # No more of it: a member may be a thousand times as long as its archive.
                with opened.open("mimetype") as member:
                    kind = member.read(100)
                is_odf = kind.startswith(b"application/vnd.oasis.opendocument")
                return Content(Format.ODF if is_odf else Format.ZIP)
    except Exception:
        # A foreign file can make any part of a parser fail; it could be opened before.
        return Content(Format.ZIP, "已损坏，打不开")
    if len(members) > MOST_MEMBERS:
        return Content(Format.ZIP, f"里面的文件超过 {MOST_MEMBERS} 个")
    found = next((kind for name, kind in MEMBERS if name in names), Format.ZIP)
    if any(name.lower().endswith(MACROS) for name in names):
        return Content(found, "里有宏（会运行的程序）")
    if found is Format.ZIP:
        runs = sorted(name for name in names if suffix_of(name) in ACTIVE - DOCUMENTS)
        if runs:
            return Content(found, f"里有会运行的文件“{runs[0]}”")
    return Content(found)


# In an archive these are read as documents, by people who unpacked it.
DOCUMENTS = frozenset({".xml", ".css", ".xsl"})

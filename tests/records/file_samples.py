"""Small files of many types, as bytes."""

from __future__ import annotations

import io
import zipfile

from pypdf import PdfWriter


def archive(*names: str, **contents: bytes) -> bytes:
    """A zip file; `contents` are members with what is in them. The same bytes at any time: some
    name tests, which every process must collect alike.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name in names:
            made.writestr(zipfile.ZipInfo(name), "x")
        for name, data in contents.items():
            made.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def pdf(pages: int = 1, password: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h9"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
DOCX = archive("[Content_Types].xml", "word/document.xml")
XLSX = archive("[Content_Types].xml", "xl/workbook.xml")
EXE = b"MZ\x90\0\x03\0\0\0"
PAGE = b"<!DOCTYPE html><script>x()</script>"
GOOD = {
    "files/a.pdf": pdf(),
    "files/a.PDF": pdf(),
    "files/a.ofd": archive("OFD.xml", "Doc_0/Document.xml"),
    "files/a.docx": DOCX,
    "files/a.xlsx": XLSX,
    "files/a.pptx": archive("ppt/presentation.xml"),
    "files/a.odt": archive(mimetype=b"application/vnd.oasis.opendocument.text"),
    "files/a.csv": "编号,名称\n1,甲\n".encode(),
    "files/gbk.csv": "编号,名称\n1,甲\n".encode("gbk"),
    "files/bm.csv": b"BMI,MZ\n1,2\n",
    "files/less.txt": "<5%的单位\n".encode(),
    "files/wide.txt": "文字".encode("utf-16"),
    "files/a.zip": archive("表/一.xlsx", "说明.txt"),
    "files/a.mp3": b"ID3\x03\0",
    "files/b.mp3": b"\xff\xfb\x90\x64",
    "files/a.mp4": b"\0\0\0\x18ftypisom",
    "files/a.jpg": JPEG,
    "images/a.png": PNG,
    "images/a.jpeg": JPEG,
    "images/a.gif": b"GIF89a\1\0\1\0",
    "images/a.webp": b"RIFF\x24\0\0\0WEBPVP8 ",
    "images/a.svg": SVG,
}

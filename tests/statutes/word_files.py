"""Word documents for tests, made with python-docx and, where it has no words for it, with XML."""

from __future__ import annotations

import io

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NAMESPACES = nsdecls("w")


def document(*lines: str):
    made = Document()
    for line in lines:
        made.add_paragraph(line)
    return made


def data_of(made) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def w(xml: str):
    """An element written with the prefix `w:`."""
    head, sign, rest = xml.partition(">")
    slash = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.removesuffix('/')} {NAMESPACES}{slash}{sign}{rest}")


def add_xml(made, xml: str) -> None:
    """Put a block of XML behind what the document has."""
    made.element.body.insert(len(made.element.body) - 1, w(xml))


def add_list(made, *levels: tuple[str, str], start: int = 1, num: str = "70") -> None:
    """An automatic list `num` with these levels, each a format and a shape such as 第%1条."""
    root = made.part.numbering_part.element
    shapes = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{shape}"/></w:lvl>'
        for depth, (kind, shape) in enumerate(levels)
    )
    root.insert(0, w(f'<w:abstractNum w:abstractNumId="{num}">{shapes}</w:abstractNum>'))
    root.append(w(f'<w:num w:numId="{num}"><w:abstractNumId w:val="{num}"/></w:num>'))


def add_numbered(made, text: str, depth: int = 0, num: str = "70"):
    paragraph = made.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(w(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>'))
    return paragraph


def add_part(made, kind: str, xml: str) -> None:
    """A part beside the text, such as the footnotes, related by the word that names its kind."""
    made.part.relate_to(
        Part(
            PackURI(f"/word/{kind}.xml"),
            CONTENT_TYPE.XML,
            f"<?xml version='1.0' encoding='UTF-8'?>{xml}".encode(),
            made.part.package,
        ),
        RELATIONSHIP_TYPE.FOOTNOTES.replace("footnotes", kind),
    )

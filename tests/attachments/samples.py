"""Pictures and documents, made here with what should not be in them."""

import io
import struct
import zipfile
import zlib

from PIL import Image, ImageCms, PngImagePlugin
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from plugins.attachments import AttachmentFacts, inspect, problems_in
from tests.privacy.samples import OWN

LABEL = '{"Label":"1","ContentProducer":"001","ProduceID":"7"}'
SPACE = "http://www.tc260.org.cn/ns/AIGC/1.0/"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def xmp(*properties):
    """A packet with properties, each as XML."""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        f'xmlns:TC260="{SPACE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:exif="http://ns.adobe.com/exif/1.0/">'
        f"{''.join(properties)}</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


AIGC = f"<TC260:AIGC>{LABEL.replace(chr(34), '&quot;')}</TC260:AIGC>"
CREATOR = "<dc:creator><rdf:Seq><rdf:li>张三</rdf:li></rdf:Seq></dc:creator>"


def exif(location=False, personal=False, orientation=0, label="", copyright=""):
    made = Image.Exif()
    if orientation:
        made[0x0112] = orientation
    if copyright:
        made[0x8298] = copyright
    if location:
        made.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 0.0), 3: "E", 4: (120.0, 9.0, 0.0)})
    if personal:
        made[0x013B] = "Zhang San"
        made.get_ifd(0x8769).update({0xA431: "SN-0042", 0xA430: "Zhang San"})
    if label:
        # Pillow writes no block that has nothing but others below it.
        made[0x0112] = orientation or 1
        made.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + label.encode()
    return made


def picture(format="JPEG", mode="RGB", **given):
    """A picture with a pattern, so that a changed pixel would show."""
    made = Image.new(mode, (48, 32))
    made.putdata([((x * 5) % 256, (x * 3) % 256, x % 256) for x in range(48 * 32)])
    buffer = io.BytesIO()
    if format == "JPEG":
        given.setdefault("quality", 90)
    made.save(buffer, format, **given)
    return buffer.getvalue()


def pixels(data):
    with Image.open(io.BytesIO(data)) as opened:
        return opened.convert("RGB").tobytes()


def png_texts(**texts):
    made = PngImagePlugin.PngInfo()
    for key, value in texts.items():
        made.add_text(key, value)
    return made


def jpeg_with(data, marker, payload):
    """A JPEG with one more segment behind its start."""
    return data[:2] + struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload + data[2:]


def png_chunk(name, payload):
    return (
        struct.pack(">I", len(payload)) + name + payload
        + struct.pack(">I", zlib.crc32(name + payload))
    )  # fmt: skip


def package(**parts):
    """An archive; `parts` by name, with __ for a slash and ___ for a point."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("___", ".").replace("__", "/"), text)
    return buffer.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="urn:p"'


def paragraph(*runs):
    return f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def document(*paragraphs, **others):
    body = f"<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    return package(word__document___xml=body, **others)


def core(creator="", last="", title=""):
    return (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        f"<cp:lastModifiedBy>{last}</cp:lastModifiedBy></cp:coreProperties>"
    )


def workbook(rows, strings=(), columns="", state="", **others):
    """One sheet 名单; `rows` as XML."""
    relation = '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
    others["xl/_rels/workbook.xml.rels"] = f"<Relationships>{relation}</Relationships>"
    shared = "".join(f"<si><t>{text}</t></si>" for text in strings)
    return package(
        xl__workbook___xml=(
            f'<workbook {S}><sheets><sheet name="名单" sheetId="1" {state} r:id="rId1"/></sheets>'
            "</workbook>"
        ),
        xl__sharedStrings___xml=f"<sst {S}>{shared}</sst>",
        xl__worksheets__sheet1___xml=(
            f"<worksheet {S}>{columns}<sheetData>{rows}</sheetData></worksheet>"
        ),
        **others,
    )


def pdf_of(*pages, image=False, note="", **information):
    """Pages with lines of text in Helvetica."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(200, 200)
        stream = DecodedStreamObject()
        words = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
        stream.set_data(f"BT /F1 12 Tf 20 150 Td {words} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        resources = {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        if image:
            drawn = DecodedStreamObject()
            drawn.set_data(b"\0")
            drawn.update(
                {
                    NameObject("/Subtype"): NameObject("/Image"),
                    NameObject("/Width"): NumberObject(1),
                    NameObject("/Height"): NumberObject(1),
                }
            )
            resources[NameObject("/XObject")] = DictionaryObject(
                {NameObject("/Im1"): writer._add_object(drawn)}
            )
        page[NameObject("/Resources")] = DictionaryObject(resources)
    if note:
        added = FreeText(text=note, rect=(0, 0, 50, 50))
        added[NameObject("/T")] = TextStringObject("张三")
        writer.add_annotation(0, added)
    if information:
        writer.add_metadata({f"/{key}": value for key, value in information.items()})
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def facts_of(tmp_path, data, format) -> AttachmentFacts:
    file = tmp_path / "file"
    file.write_bytes(data)
    return inspect(file, format)


def told(tmp_path, data, format, path="files/a"):
    """Rule, severity and message."""
    return [each[:3] for each in problems_in(facts_of(tmp_path, data, format), path, OWN)]

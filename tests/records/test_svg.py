"""SVG pictures: harmless ones with their size, and what is wrong with the others."""

import os
import time
from pathlib import Path

import pytest

from plugins.records.svg import Picture, read_svg
from tests.content_folder import TINY

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SAMPLES = Path(__file__).resolve().parents[2] / "content/images"


def read(folder, text):
    file = folder / "a.svg"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_svg(file)


def inside(folder, text, attributes='viewBox="0 0 40 20"'):
    return read(folder, f"<svg {NS} {attributes}>{text}</svg>")


HARMLESS = [
    "<title>甲</title><g><text>一</text></g>",
    '<use href="#a"/><use xlink:href=" #a"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<rect style="fill:url(#a)" fill="url( \'#b\' )"/>',
    "<style>.a{fill:url(#b)}</style>",
    '<i:view xmlns:i="http://www.inkscape.org/namespaces/inkscape" onload="x"/>'.replace(
        ' onload="x"', ""
    ),
    '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
    '<metadata><?xpacket begin="x"?></metadata>',
    "<!-- <script/> -->",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_drawing_programs_write(tmp_path, text):
    assert inside(tmp_path, text) == Picture("", 40, 20)


@pytest.mark.parametrize("file", [*SAMPLES.glob("*.svg"), TINY / "images/emblem.svg"], ids=str)
def test_the_pictures_of_the_samples(file):
    assert not read_svg(file).fault


HARMFUL = [
    ("<script>x()</script>", "里有“<script>”"),
    ("<SCRIPT>x()</SCRIPT>", "里有“<SCRIPT>”"),
    ("<foreignObject/>", "里有“<foreignObject>”"),
    ("<iframe/>", "里有“<iframe>”"),
    ('<set attributeName="href" to="javascript:x()"/>', "里有“<set>”"),
    ('<h:b xmlns:h="http://www.w3.org/1999/xhtml"/>', "里有“<b>”"),
    ('<m:i xmlns:m="http://www.w3.org/1998/Math/MathML"/>', "里有“<i>”"),
    ('<path onclick="x()"/>', "里有“onclick=”"),
    ('<path ONLOAD="x()"/>', "里有“ONLOAD=”"),
    ('<a href="javascript:x()"/>', "里有指向别处的“javascript:x()”"),
    ('<a xlink:href="https://e.example/"/>', "里有指向别处的“https://e.example/”"),
    ('<image href="data:image/svg+xml,x"/>', "里有指向别处的“data:image/svg+xml,x”"),
    ('<use href="b.svg#a"/>', "里有指向别处的“b.svg#a”"),
    ('<g xml:base="https://e.example/"/>', "里有指向别处的“https://e.example/”"),
    ('<rect fill="url(https://e.example/)"/>', "里有指向别处的“url(https://e.example/)”"),
    ("<rect style=\"fill:url( 'b.svg#a')\"/>", "里有指向别处的“url( 'b.svg#a')”"),
    (r'<rect style="fill:\75rl(//e.example)"/>', "的样式里有“\\”"),
    ("<style>@import '//e.example';</style>", "的样式里有“@import”"),
    ("<style>a{}<!-- --> @im<!-- -->port</style>", "的样式里有“@import”"),
    ("<style>b{fill:url(//e.example)}</style>", "里有指向别处的“url(//e.example)}”"),
]


@pytest.mark.parametrize(("text", "fault"), HARMFUL)
def test_what_would_run_or_load(tmp_path, text, fault):
    assert inside(tmp_path, text) == Picture(fault)


DOCUMENTS = [
    (f'<?xml-stylesheet href="a.css"?><svg {NS}/>', "里有“<?xml-stylesheet”"),
    (f'<!DOCTYPE svg [<!ENTITY a "b">]><svg {NS}>&a;</svg>', "里有实体声明“a”"),
    (f'<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]><svg {NS}>&a;</svg>', "里有实体声明“a”"),
    ("<svg/>", "不是完整的 SVG（缺少 xmlns）"),
    ("<p/>", "不是 SVG"),
    ("", "不是完整的 SVG（第 1 行读不懂）"),
    (f"<svg {NS}>\n<g>\n</svg>", "不是完整的 SVG（第 3 行读不懂）"),
    (f"<svg {NS}>\x01</svg>", "不是完整的 SVG（第 1 行读不懂）"),
    (f"<?xml version='1.0' encoding='x-none'?><svg {NS}/>", "不是完整的 SVG"),
]


@pytest.mark.parametrize(("text", "fault"), DOCUMENTS)
def test_documents_that_are_refused(tmp_path, text, fault):
    assert read(tmp_path, text) == Picture(fault)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/g/svg11.dtd">',
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n',
        "\ufeff",
    ],
)
def test_documents_that_are_read(tmp_path, head):
    assert read(tmp_path, f'{head}<svg {NS} viewBox="0,0, 1.4 .2"/>') == Picture("", 1, 1)


def test_a_picture_without_a_box_has_no_size(tmp_path):
    assert inside(tmp_path, "", "") == Picture("", None, None)


@pytest.mark.parametrize(
    "box", ["0 0 40", "0 0 a 5", "0 0 -4 5", "0 0 0 5", "0 0 nan 5", "0 0 1e9 5", "0 0 inf 5", ""]
)
def test_a_box_that_says_no_size(tmp_path, box):
    fault = f"的 viewBox“{box}”写得不对"
    assert inside(tmp_path, "", f'viewBox="{box}"') == Picture(fault)


def test_a_number_of_four_hundred_digits_is_a_finding(tmp_path):
    fault = inside(tmp_path, "", f'viewBox="0 0 {"9" * 400} 5"').fault
    assert fault == f"的 viewBox“0 0 {'9' * 35}…”写得不对"


@pytest.mark.parametrize("text", ["<g>" * 300_000, "<g a=''/>" * 100_000, "url(" * 250_000])
def test_a_megabyte_of_anything_takes_no_second(tmp_path, text):
    started = time.process_time()
    inside(tmp_path, text)
    read(tmp_path, f"<svg {NS} style='{text.replace('<', '')}'/>".replace("''", ""))
    assert time.process_time() - started < 1


def test_a_picture_that_can_not_be_read_is_an_error_of_the_system(tmp_path):
    with pytest.raises(OSError):
        read_svg(tmp_path / f"none{os.sep}a.svg")

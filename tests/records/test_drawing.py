"""SVG pictures that stand in the page, and those that stay pictures."""

from pathlib import Path

import pytest

from plugins.records.drawing import LARGEST, drawing_of

SAMPLES = Path(__file__).resolve().parents[2] / "content/images"
DRAWN = [file for file in sorted(SAMPLES.glob("*.svg")) if file.name != "emblem.svg"]
# Every size of a drawing is near this on a page: the budget of a record is 60 KB.
MOST_COMPRESSED = 2_200


def drawn(folder, inside, attributes='viewBox="0 0 40 20"', start=""):
    file = folder / "a.svg"
    svg = f'{start}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'
    file.write_text(svg, "utf-8")
    return drawing_of(file)


def test_shapes_and_words_are_written_anew(tmp_path):
    inside = (
        "<title>甲</title><desc>乙</desc><style>svg{color:red}</style><!-- 丙 -->"
        '<g transform="rotate(4 2 1)"><path d="M0 0h4.5" stroke="currentColor"/></g>'
        '<text x="2" y="3" fill="var(--teal, #0f5257)">3&lt;4</text>'
    )
    assert drawn(tmp_path, inside) == (
        '<svg viewBox="0 0 40 20"><g transform="rotate(4 2 1)">'
        '<path d="M0 0h4.5" stroke="currentColor"></path></g>'
        '<text x="2" y="3" fill="var(--teal)">3&lt;4</text></svg>'
    )


def test_its_language_and_the_look_of_all_lines_stay(tmp_path):
    head = (
        'xml:lang="zh-CN" viewBox="0 0 4 2" width="4" role="img" font-family="Song" '
        'stroke-linecap="round"'
    )
    assert drawn(tmp_path, '<path stroke="currentColor"/>', head) == (
        '<svg viewBox="0 0 4 2" lang="zh-CN" stroke-linecap="round">'
        '<path stroke="currentColor"></path></svg>'
    )


LINE = '<path stroke="currentColor"/>'


@pytest.mark.parametrize(
    "inside",
    [
        '<path stroke="#000"/>',
        f'{LINE}<path class="page"/>',
        f'{LINE}<path id="main"/>',
        f'{LINE}<path style="fill:red"/>',
        f'{LINE}<path fill="url(#a)"/>',
        f'{LINE}<path fill="var(--a);position:fixed"/>',
        f"{LINE}<a><path/></a>",
        f'{LINE}<use href="#a"/>',
        f'{LINE}<image href="data:image/png;base64,AAAA"/>',
        f'{LINE}<svg viewBox="0 0 1 1"/>',
        f'{LINE}<path d="M0 0&quot; onload=&quot;x()"/>',
        f'{LINE}<i:path xmlns:i="http://a.example/"/>',
        f"{LINE}<path",
        LINE + " " * LARGEST,
    ],
)
def test_what_stays_a_picture(tmp_path, inside):
    assert drawn(tmp_path, inside) == ""


@pytest.mark.parametrize("head", ["", 'viewBox="0 0 4"', 'viewBox="&quot;&gt;"'])
def test_without_a_size_it_stays_a_picture(tmp_path, head):
    assert drawn(tmp_path, LINE, head) == ""


def test_words_outside_of_text_are_left_out(tmp_path):
    assert "甲" not in drawn(tmp_path, f"甲{LINE}")


def test_a_document_with_entities_stays_a_picture(tmp_path):
    start = '<!DOCTYPE svg [<!ENTITY a "x">]>'
    assert drawn(tmp_path, LINE, start=start) == ""


@pytest.mark.parametrize("file", DRAWN, ids=lambda file: file.name)
def test_the_drawings_of_the_sample_stand_in_the_page(file):
    import gzip

    html = drawing_of(file)
    assert 'lang="zh-CN"' in html
    assert "#" not in html, "no colour of its own"
    assert "font-family" not in html
    assert len(gzip.compress(html.encode(), 6)) < MOST_COMPRESSED

"""Headings and tags of a text never have an id of the page's own."""

import re
from pathlib import Path

import pytest

from plugins.texts.converter import Converter
from plugins.texts.page_ids import is_page_id, own_id

TEMPLATES = Path(__file__).resolve().parents[2] / "theme/templates"
# Ids that come from texts themselves, or from items of the matrix, whose pages show no text.
FROM_TEXTS = {"{{ entry.id }}", "{{ id }}", "{{ item.id }}", "{{ area }}-find"}


def test_all_ids_of_the_templates_are_known():
    ids = {
        found
        for file in TEMPLATES.rglob("*.html")
        for found in re.findall(r'\bid="([^"]+)"', file.read_text("utf-8"))
    } - FROM_TEXTS
    assert len(ids) > 20
    for found in ids:
        assert is_page_id(re.sub(r"\{\{.*?\}\}", "c1", found)), found


@pytest.mark.parametrize("name", ["main", "history", "c12", "c3p2i1", "fn:1"])
def test_a_heading_with_such_a_name_gets_another(name):
    assert own_id(name) == f"{name}-1"


@pytest.mark.parametrize("name", ["home-news", "cited-a-c1", "map-tools"])
def test_a_number_does_not_help_a_name_that_begins_as_those_of_the_page(name):
    assert own_id(name) == f"text-{name}"
    assert not is_page_id(own_id(name))


@pytest.mark.parametrize("name", ["正文", "faq", "c1级", "mains", "cases"])
def test_other_headings_keep_theirs(name):
    assert own_id(name) == name


@pytest.mark.parametrize("direct", [True, False])
def test_both_ways_of_converting_change_them(direct):
    html = Converter(direct).convert("## main\n\n甲\n\n## c1\n\n乙\n\n## main").html
    assert re.findall('id="([^"]+)"', html) == ["main-1", "c1-1", "main-1_1"]


def test_an_editor_can_not_write_one():
    body = Converter().convert('<span id="main">甲</span> <span id="甲">乙</span>')
    assert body.forbidden == ('id="main"',)
    assert body.html == '<p><span>甲</span> <span id="甲">乙</span></p>'


@pytest.mark.parametrize("fence", ["```{ #main }", "~~~ {#main .skip-link}"])
def test_nor_to_a_block_of_code(fence):
    body = Converter().convert(f"main\n\n{fence}\n甲\n{fence[:3]}")
    assert body.forbidden == ('id="main"',)
    assert 'id="main"' not in body.html


def test_nor_one_twice():
    body = Converter().convert('<p id="甲">乙</p>\n\n## 甲\n\n丙')
    assert body.forbidden == ('id="甲"',)
    assert body.html == '<p id="甲">乙</p>\n\n<h2>甲</h2>\n<p>丙</p>'


def test_those_of_clauses_stay_in_a_statute_with_html():
    body = Converter().convert("第一条　甲<b>乙</b>。\n\n第二条　丙。", statute=True)
    assert body.forbidden == ()
    assert {"c1", "c2"} <= body.ids

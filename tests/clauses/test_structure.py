"""A statute's text taken apart: every part gets an anchor, and no character is lost."""

import pytest
from bs4 import BeautifulSoup

from plugins.statutes.source import visible
from plugins.texts.converter import Converter


def converted(*paragraphs, between="\n\n"):
    return Converter().convert(between.join(paragraphs), statute=True)


def page(*paragraphs, between="\n\n"):
    return BeautifulSoup(converted(*paragraphs, between=between).html, "html.parser")


def anchors(*paragraphs, between="\n\n"):
    """Every anchor of the page with the words it is at, clauses themselves left out."""
    found = page(*paragraphs, between=between).find_all(["p", "h2", "h3", "h4", "h5"], id=True)
    return {part["id"]: part.get_text() for part in found}


def tree(parts):
    return {part.anchor: tree(part.parts) for part in parts}


WHOLE = [
    "本条例自公布之日起施行。",
    "## 第一编 总则",
    "### 第一章 灯",
    "#### 第一节 路灯",
    "第三十四条 灯，包括：",
    "（一）路灯：",
    "1．杆灯；",
    "2．壁灯；",
    "（二）景观灯。",
    "前款所称路灯，是指：",
    "（一）亮的：",
    "1．长亮的；",
    "（二）灭的。",
    "第十条之一 灯要亮。",
    "## 第二编 附则",
    "### 第一章 灯",
    "第三十五条 本条例自2020年1月1日起施行。",
]


class TestAnchors:
    """Anchors say where a part stands: c34p2i1s1 is clause 34, paragraph 2, item 1, sub-item 1."""

    def test_of_every_part_of_a_clause(self):
        clause, inserted, _ = converted(*WHOLE).clauses
        assert tree(clause.paragraphs) == {
            "c34p1": {"c34p1i1": {"c34p1i1s1": {}, "c34p1i1s2": {}}, "c34p1i2": {}},
            "c34p2": {"c34p2i1": {"c34p2i1s1": {}}, "c34p2i2": {}},
        }
        assert (clause.anchor, inserted.anchor) == ("c34", "c10z1")
        assert tree(inserted.paragraphs) == {"c10z1p1": {}}

    def test_stand_on_the_page_at_their_words(self):
        found = anchors(*WHOLE)
        assert found["c34p2"] == "前款所称路灯，是指："
        assert found["c34p2i1"] == "（一）亮的："
        assert found["c34p2i1s1"] == "1．长亮的；"
        assert found["c10z1p1"] == "第十条之一 灯要亮。"

    def test_of_divisions_name_all_above_them_so_that_chapters_may_begin_anew(self):
        assert {key: text for key, text in anchors(*WHOLE).items() if key[0] in "bz"} == {
            "b1": "第一编 总则",
            "b1z1": "第一章 灯",
            "b1z1j1": "第一节 路灯",
            "b2": "第二编 附则",
            "b2z1": "第一章 灯",
        }

    def test_without_parts_begin_with_the_chapter(self):
        found = anchors(
            "## 第一章 甲", "### 第一节 乙", "第一条 灯。", "## 第二章 丙", "### 第一节 丁"
        )
        assert list(found) == ["z1", "z1j1", "c1p1", "z2", "z2j1"]

    @pytest.mark.parametrize(
        ("number", "anchor"),
        [("第10条", "c10"), ("第１０条", "c10"), ("第十条", "c10"), ("第10条之二", "c10z2")],
    )
    def test_do_not_depend_on_how_a_number_is_written(self, number, anchor):
        (clause,) = converted(f"{number} 灯。").clauses
        assert (clause.anchor, clause.label) == (anchor, number)

    def test_are_given_once_even_to_a_number_that_stands_twice(self):
        body = converted("第一条 灯。", "第二条 灯。", "第二条 暗。", "第二条 明。")
        assert [clause.anchor for clause in body.clauses] == ["c1", "c2", "c2-2", "c2-3"]
        assert [clause.paragraphs[0].anchor for clause in body.clauses[2:]] == ["c2-2p1", "c2-3p1"]
        ids = [part["id"] for part in page("第一条 灯。", "第一条 暗。").find_all(id=True)]
        assert ids == ["c1", "c1p1", "c1-2", "c1-2p1"]

    def test_a_clause_is_a_section_around_its_parts(self):
        (section,) = page("第一条 灯：", "（一）亮。", "款。").find_all("section")
        assert (section["id"], section["data-element"]) == ("c1", "clause")
        assert [part["id"] for part in section.find_all(id=True)] == ["c1p1", "c1p1i1", "c1p2"]


class TestParts:
    """What is a paragraph, an item, a sub-item is told by how its line begins."""

    def test_paragraphs_between_items_count_on(self):
        (clause,) = converted(
            "第一条 甲：", "（一）乙；", "（二）丙。", "丁：", "（一）戊。", "己。"
        ).clauses
        assert tree(clause.paragraphs) == {
            "c1p1": {"c1p1i1": {}, "c1p1i2": {}},
            "c1p2": {"c1p2i1": {}},
            "c1p3": {},
        }

    def test_sub_items_without_an_item_belong_to_the_paragraph(self):
        (clause,) = converted("第一条 灯：", "1．亮；", "2．灭。").clauses
        assert tree(clause.paragraphs) == {"c1p1": {"c1p1s1": {}, "c1p1s2": {}}}

    def test_a_markdown_list_keeps_its_numbers_as_text(self):
        (clause,) = converted("第一条 灯：", "1. 亮；", "2. 灭。").clauses
        assert clause.text == "第一条 灯：\n1. 亮；\n2. 灭。"
        assert tree(clause.paragraphs) == {"c1p1": {"c1p1s1": {}, "c1p1s2": {}}}

    def test_a_number_alone_on_its_line_makes_one_paragraph_with_its_words(self):
        (clause,) = converted("第一条", "灯要亮。", "灯要灭。").clauses
        assert [(part.anchor, part.text) for part in clause.paragraphs] == [
            ("c1p1", "第一条　灯要亮。"),
            ("c1p2", "灯要灭。"),
        ]

    def test_a_table_belongs_to_the_paragraph_above_it(self):
        (clause,) = converted("第一条 灯：", "| 路 | 盏 |\n|---|---|\n| 云溪路 | 12 |").clauses
        (paragraph,) = clause.paragraphs
        assert visible(paragraph.text) == "第一条灯：路盏云溪路12"

    @pytest.mark.parametrize("line", ["第一条所称灯，是指路灯。", "第一条、第三条规定的灯。"])
    def test_a_paragraph_about_a_clause_begins_none(self, line):
        (clause,) = converted("第一条 灯。", line).clauses
        assert [part.anchor for part in clause.paragraphs] == ["c1p1", "c1p2"]

    def test_a_clause_knows_the_headings_it_stands_under(self):
        body = converted(
            "第一条 灯。",
            "## 第一编 总",
            "### 第一章 甲",
            "#### 第一节 乙",
            "第二条 灯。",
            "### 第二章 丙",
            "第三条 灯。",
            "## 附则",
            "第四条 灯。",
        )
        assert [clause.divisions for clause in body.clauses] == [
            (),
            ("第一编 总", "第一章 甲", "第一节 乙"),
            ("第一编 总", "第二章 丙"),
            ("附则",),
        ]


class TestLink:
    """The clause's number is the link to it: that is how its address is copied."""

    @pytest.mark.parametrize(
        "text", ["第一条 灯。", "**第一条** 灯。", "**第一条 灯**。", "第一条灯。"]
    )
    def test_is_the_number_itself(self, text):
        (link,) = page(text).find_all("a")
        assert (link["href"], link.get_text(), link["class"]) == (
            "#c1",
            "第一条",
            ["clause__number"],
        )

    def test_of_a_repeated_number_leads_to_its_own_place(self):
        links = page("第一条 灯。", "第一条 暗。").find_all("a")
        assert [link["href"] for link in links] == ["#c1", "#c1-2"]

    def test_an_editors_own_link_stays(self):
        links = page("第一条 见[附件](https://x.gov.cn/a)。").find_all("a")
        assert [link["href"] for link in links] == ["#c1", "https://x.gov.cn/a"]


class TestAround:
    """What fits no clause stays where it stands, outside of every clause."""

    def test_a_preamble(self):
        body = page(
            "- 2019年5月7日通过", "为了点灯，制定本条例。", "（一）孤立的一项。", "第一条 灯。"
        )
        assert [child.name for child in body.find_all(recursive=False)] == [
            "ul",
            "p",
            "p",
            "section",
        ]
        assert body.find("p", id=True)["id"] == "c1p1"

    @pytest.mark.parametrize("annex", ["## 附件 路灯名录", "附件", "附表1：路灯", "附录 路灯名录"])
    def test_an_annex_is_no_part_of_the_last_clause(self, annex):
        body = converted("第一条 灯。", annex, "云溪路 12 盏。")
        (clause,) = body.clauses
        assert clause.text == "第一条 灯。"
        found = BeautifulSoup(body.html, "html.parser")
        assert found.find(recursive=False).name == "section"
        assert "云溪路" not in found.section.get_text()

    @pytest.mark.parametrize(
        "line", ["附件所列的灯，由局管理。", "附表1的灯由局管理。", "附则所称的灯。"]
    )
    def test_a_paragraph_about_an_annex_is_a_paragraph(self, line):
        (clause,) = converted("第一条 灯。", line).clauses
        assert [part.text for part in clause.paragraphs] == ["第一条 灯。", line]

    def test_clauses_of_an_annex_have_places_of_their_own(self):
        body = converted("第一条 灯。", "## 附件 灯的细则", "第一条 细则。")
        assert [(clause.anchor, clause.divisions) for clause in body.clauses] == [
            ("c1", ()),
            ("c1-2", ("附件 灯的细则",)),
        ]

    def test_a_text_without_clauses_is_left_alone(self):
        body = converted("一、灯要亮。", "二、灯要灭。")
        assert body.clauses == ()
        assert body.html == "<p>一、灯要亮。</p>\n<p>二、灯要灭。</p>"

    def test_other_records_are_left_alone(self):
        body = Converter().convert("第一条 灯。\n\n第二条 灯。")
        assert body.clauses == ()
        assert "<section" not in body.html

    def test_a_block_of_html_stays_what_it_is(self):
        body = converted("第一条 灯。", "<figure>图</figure>", "第二条 灯。")
        assert "<p" not in body.html.split("<figure>")[1].split("</figure>")[0]
        assert [visible(clause.text) for clause in body.clauses] == ["第一条灯。图", "第二条灯。"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_text_in_is_text_out(between):
    lines = [*WHOLE, "**第三十六条** 灯*亮*，见[甲](x)。", "附件", "12 盏", "1．终。"]
    if between == "\n":
        lines = [f"\n{line}\n" if line.startswith("#") else line for line in lines]
    shown = visible(page(*lines, between=between).get_text())
    plain = "".join(lines).replace("#", "").replace("*", "").replace("[甲](x)", "甲")
    assert shown == visible(plain)


def test_the_words_of_the_clauses_are_the_words_of_the_page():
    body = converted(*WHOLE[4:14])
    told = "".join(clause.text for clause in body.clauses)
    assert visible(told) == visible("".join(WHOLE[4:14]))

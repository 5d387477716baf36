"""A Word file as lines: all its words, and a finding for all that is more than words."""

import pytest

from plugins.findings import Severity
from plugins.source import UnreadableFileError
from plugins.statutes.word import read_word
from tests.statutes.word_files import (
    NAMESPACES,
    add_list,
    add_numbered,
    add_part,
    add_xml,
    data_of,
    document,
)

RUN = "<w:r><w:t>第一条 灯亮。</w:t></w:r>"


def read(made):
    return read_word(data_of(made), "x.docx")


def said(made, rule="statute-word"):
    return [(each.line, each.message) for each in read(made).findings if each.rule == rule]


class TestText:
    """Every paragraph is a line, whatever Word has wrapped its words in."""

    def test_paragraphs_are_lines_and_empty_ones_count(self):
        made = document("照明条例", "", "第一条　灯。")
        assert read(made).lines == ["照明条例", "", "第一条　灯。"]
        assert read(made).findings == []

    @pytest.mark.parametrize(
        "inside",
        [
            RUN,
            "<w:r><w:t>第一条 </w:t></w:r><w:r><w:t>灯亮。</w:t></w:r>",
            f"<w:smartTag>{RUN}</w:smartTag>",
            f"<w:sdt><w:sdtPr/><w:sdtContent>{RUN}</w:sdtContent></w:sdt>",
            f"<w:ins>{RUN}</w:ins>",
            f"<w:hyperlink>{RUN}</w:hyperlink>",
            f"<w:fldSimple>{RUN}</w:fldSimple>",
            f"<w:r><w:instrText>PAGE</w:instrText></w:r>{RUN}",
            "<w:r><w:t>第一条 灯</w:t><w:br w:type='page'/><w:t>亮。</w:t></w:r>",
        ],
    )
    def test_no_word_is_lost_in_a_wrapper(self, inside):
        made = document()
        add_xml(made, f"<w:p>{inside}</w:p>")
        assert read(made).lines == ["第一条 灯亮。"]
        assert read(made).findings == []

    def test_whole_paragraphs_may_be_wrapped_too(self):
        made = document("条例")
        inner = "<w:p><w:r><w:t>目录</w:t></w:r></w:p>"
        add_xml(made, f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
        assert read(made).lines == ["条例", "目录"]

    def test_a_line_break_makes_two_lines_and_a_tab_stays(self):
        made = document("照明\n条例", "第一章\t总则")
        assert read(made).lines == ["照明", "条例", "第一章\t总则"]


class TestTables:
    def test_a_row_is_a_line_and_the_table_is_reported(self):
        made = document("第一条 灯：")
        table = made.add_table(2, 2)
        for cell, text in zip(table._cells, ["路", "盏数", "云溪路", "12"], strict=True):
            cell.text = text
        made.add_paragraph("第二条 灯。")
        assert read(made).lines == ["第一条 灯：", "路　盏数", "云溪路　12", "第二条 灯。"]
        assert said(made) == [(2, "表格读成了 2 行文字")]

    def test_cells_joined_over_columns_are_told_once_and_inner_tables_are_read(self):
        made = document()
        table = made.add_table(1, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "甲\n乙"
        table.cell(0, 2).add_table(1, 1).cell(0, 0).text = "丙"
        assert read(made).lines == ["甲 乙　丙"]

    def test_automatic_numbers_in_a_table_are_written_out(self):
        made = document()
        add_list(made, ("decimal", "%1."))
        paragraph = add_numbered(made, "灯")
        made.add_table(1, 1).cell(0, 0)._tc.append(paragraph._p)
        assert read(made).lines == ["1. 灯"]


class TestReported:
    """What can't be a line of the text is named, with its words."""

    def test_a_tracked_deletion_is_read_as_accepted(self):
        made = document()
        add_xml(
            made,
            "<w:p><w:r><w:t>第一条 灯</w:t></w:r>"
            "<w:del><w:r><w:delText>不</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>要</w:t></w:r></w:ins><w:r><w:t>亮。</w:t></w:r></w:p>",
        )
        assert read(made).lines == ["第一条 灯要亮。"]
        assert said(made) == [(1, "按接受修订读入，删去了“不”")]

    def test_a_text_box_comes_behind_its_paragraph(self):
        made = document("第一条 灯。")
        add_xml(
            made,
            "<w:p><w:r><w:t>第二条</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r>"
            "</w:p></w:txbxContent></w:pict><w:t> 灯。</w:t></w:r></w:p>",
        )
        assert read(made).lines == ["第一条 灯。", "第二条 灯。", "框里的话"]
        assert said(made) == [(2, "文本框里的“框里的话”接在了所在段落后面")]

    def test_a_picture(self, tmp_path):
        made = document("第一条 灯。")
        picture = tmp_path / "灯.png"
        picture.write_bytes(PIXEL)
        made.add_picture(str(picture))
        assert said(made) == [(2, "有 1 张图片或者图表没有导入")]

    def test_running_heads_are_kept_beside_the_text_but_page_numbers_are_not(self):
        made = document("第一条 灯。")
        section = made.sections[0]
        section.header.paragraphs[0].text = "云汀市文件"
        section.footer.paragraphs[0].text = "— 3 —"
        assert read(made).asides == ["云汀市文件"]
        assert said(made) == [(1, "页眉“云汀市文件”不属于正文，已放在题注里")]

    @pytest.mark.parametrize(("kind", "name"), [("footnotes", "脚注"), ("endnotes", "尾注")])
    def test_notes_are_kept_beside_the_text(self, kind, name):
        made = document("第一条 灯。")
        note = "<w:p><w:r><w:t>灯指路灯。</w:t></w:r></w:p>"
        add_part(made, kind, f"<w:{kind} {NAMESPACES}>{note}</w:{kind}>")
        assert read(made).asides == ["灯指路灯。"]
        assert said(made) == [(1, f"{name}“灯指路灯。”不属于正文，已放在题注里")]

    def test_a_comment_is_only_named(self):
        made = document("第一条 灯。")
        made.add_comment(made.paragraphs[0].runs, text="这里再核对")
        assert read(made).asides == []
        assert said(made) == [(1, "批注“这里再核对”没有导入")]


class TestNumbers:
    """One finding for each list, however long it is."""

    def test_automatic_numbers_are_written_out_and_reported_once(self):
        made = document("照明条例")
        add_list(made, ("chineseCountingThousand", "第%1条"), ("chineseCounting", "（%2）"))
        add_numbered(made, "灯：")
        add_numbered(made, "亮；", 1)
        add_numbered(made, "灭。", 1)
        add_numbered(made, "灯。")
        assert read(made).lines[1:] == ["第一条 灯：", "（一）亮；", "（二）灭。", "第二条 灯。"]
        assert said(made, "statute-number") == [
            (2, "“第一条”到“第二条”共 2 个序号由 Word 自动生成，已写成文字"),
            (3, "“（一）”到“（二）”共 2 个序号由 Word 自动生成，已写成文字"),
        ]

    def test_a_format_that_is_not_known_is_reported_and_left_out(self):
        made = document()
        add_list(made, ("hebrew1", "%1."))
        add_numbered(made, "灯。")
        assert read(made).lines == ["灯。"]
        assert said(made, "statute-number") == [
            (1, "有 1 段的序号由 Word 自动生成，格式 hebrew1 读不出来")
        ]

    def test_bullets_are_left_out_and_told(self):
        made = document()
        add_list(made, ("bullet", "·"))
        add_numbered(made, "灯。")
        add_numbered(made, "灯。")
        (only,) = read(made).findings
        assert (only.severity, only.message) == (
            Severity.INFO,
            "有 2 段用了项目符号，没有写进正文",
        )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", "第一条 灯。".encode(), b"\xd0\xcf\x11\xe0"])
def test_what_is_no_word_file_is_refused_with_its_reason(data):
    with pytest.raises(UnreadableFileError) as refused:
        read_word(data, "x.docx")
    assert refused.value.findings[-1].rule == "statute-file"
    assert "另存为 .docx" in refused.value.findings[-1].hint


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fea7cd1d6f0000000049454e44ae426082"
)

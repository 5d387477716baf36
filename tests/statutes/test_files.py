"""Bytes into text by the kind of file, and what is said about it."""

import pytest

from plugins.findings import Severity
from plugins.source import UnreadableFileError
from plugins.statutes.files import FileText, read_file
from tests.statutes.word_files import data_of, document

TEXT = "照明条例\n\n第一条　为了加强照明的管理，制定本条例。\n第二条　灯要亮。\n"


def refused(data, path):
    with pytest.raises(UnreadableFileError) as error:
        read_file(data, path)
    return error.value.findings[-1].message


@pytest.mark.parametrize("path", ["a/条例.txt", "条例.md", "条例.TXT"])
def test_utf_8_is_read_as_it_is(path):
    assert read_file(TEXT.encode(), path) == FileText(TEXT)


def test_a_byte_order_mark_of_notepad_is_taken_off():
    source = read_file(TEXT.encode("utf-8-sig"), "条例.txt")
    assert source.text == TEXT
    assert [each.rule for each in source.findings] == ["encoding-bom"]


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_a_text_in_gbk_is_read_with_a_warning(encoding):
    source = read_file(TEXT.replace("\n", "\r\n").encode(encoding), "条例.txt")
    assert source.text == TEXT
    (only,) = source.findings
    assert (only.rule, only.severity) == ("statute-encoding", Severity.WARNING)
    assert only.message == "文件是 GBK/GB18030 编码，已转成 UTF-8"


def test_a_collection_is_in_utf_8_or_it_is_refused():
    assert refused(TEXT.encode("gbk"), "条例.md") == "文件是 GBK/GB18030 编码，不是 UTF-8"


@pytest.mark.parametrize(
    "data",
    [
        "照明條例\n第一條　為了加強照明的管理，制定本條例。".encode("big5"),
        TEXT.encode("utf-16"),
        TEXT.encode("gbk") + b"\xff",
        bytes(range(128, 256)) * 4,
    ],
)
def test_bytes_that_are_no_gbk_are_not_taken_for_it(data):
    assert "不是 UTF-8" in refused(data, "条例.txt")


def test_a_word_file_gives_its_paragraphs_and_what_stands_beside_them():
    made = document("照明条例", "第一条　灯。")
    made.sections[0].header.paragraphs[0].text = "云汀市文件"
    source = read_file(data_of(made), "条例.docx")
    assert source.text == "照明条例\n第一条　灯。"
    assert source.asides == ("云汀市文件",)
    assert [each.rule for each in source.findings] == ["statute-word"]


@pytest.mark.parametrize(
    ("path", "message"),
    [("条例.doc", "不能导入 .doc 文件"), ("条例.PDF", "不能导入 .pdf 文件"),
     ("条例", "不能导入 没有后缀的 文件")],
)  # fmt: skip
def test_other_kinds_are_refused(path, message):
    assert refused(b"x", path) == message


FORMS = {
    "条例.txt": str.encode,
    "国标.txt": lambda text: text.encode("gb18030"),
    "条例.docx": lambda text: data_of(document(*text.split("\n"))),
}


@pytest.mark.parametrize("path", FORMS)
def test_characters_are_judged_as_in_every_other_file(path):
    source = read_file(FORMS[path]("照明条例\n第一\u200b条　高1\ue0104米，⼈⼈。"), path)
    assert source.text == "照明条例\n第一条　高1\ue0104米，人人。"
    found = {(each.rule, each.line, each.column) for each in source.findings}
    assert found >= {
        ("character-repair", 2, 3),
        ("character-private", 2, 8),
        ("character-repair", 2, 12),
    }


def test_a_line_break_of_word_begins_a_paragraph():
    source = read_file("照明条例\n第一条　灯。\x0b第二条　亮。".encode(), "条例.txt")
    assert source.text == "照明条例\n第一条　灯。\n第二条　亮。"
    assert [each.message for each in source.findings] == [
        "有 Word 的手动换行符〔U+000B〕，已按换行读取"
    ]

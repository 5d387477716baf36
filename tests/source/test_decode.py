"""Bytes into text: encodings, line ends, and what is refused with its place."""

import pytest

from plugins.source import UnreadableFileError, decode

CONFLICT = "甲\n{0}\n标题: 甲\n=======\n标题: 乙\n>>>>>>> branch\n"


def refusal(data):
    with pytest.raises(UnreadableFileError) as error:
        decode(data, "news/a.md")
    return error.value.findings


def test_line_ends_of_every_system():
    assert decode("甲\r\n乙\r丙\n".encode(), "a.md") == ("甲\n乙\n丙\n", [])


@pytest.mark.parametrize("mark", ["<<<<<<<", "<<<<<<< HEAD", "<<<<<<< 更新:news/a.md"])
def test_a_conflict_that_was_not_resolved(mark):
    (found,) = refusal(CONFLICT.format(mark).encode())
    assert (found.rule, str(found.severity), found.line) == ("conflict", "error", 2)
    assert found.message == f"两个人的修改没有合并好，留下了标记“{mark}”"
    assert found.hint == (
        "在“<<<<<<<”“=======”“>>>>>>>”之间的两份文字里保留对的一份，并删去这三行标记"
    )


def test_the_end_of_a_conflict_alone():
    (found,) = refusal("甲\n>>>>>>> branch\n".encode())
    assert (found.rule, found.line) == ("conflict", 2)


@pytest.mark.parametrize("text", ["标题\n=======\n", "<<<<<<<<<<\n", "a <<<<<<< b\n", "<<<<<<<b\n"])
def test_what_is_no_conflict(text):
    assert decode(text.encode(), "a.md") == (text, [])


def test_characters_are_judged_after_the_line_ends():
    text, (found,) = decode("甲\r\n乙\u200b\r\n".encode(), "a.md")
    assert text == "甲\n乙\n"
    assert (found.rule, found.line, found.column) == ("character-repair", 2, 2)


def test_a_file_with_a_nul_is_no_text():
    (found,) = refusal("甲\0乙".encode())
    assert (found.rule, found.message) == ("encoding", "文件里有空字符，不是文本文件")

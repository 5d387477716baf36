"""YAML as editors type it, in heads and in data files: read as meant, or refused at its line."""

import pytest

from plugins.source import UnreadableFileError, read_yaml

WIDE_COLON = "“{}：”用了全角冒号，已按半角读取"


def read(text, first_line=1):
    located, found = read_yaml(text.split("\n"), "a.yml", first_line)
    return located, [(each.line, each.rule, each.message) for each in found]


def refusal(text):
    with pytest.raises(UnreadableFileError) as error:
        read_yaml(text.split("\n"), "a.yml")
    found = error.value.findings[-1]
    return found.line, found.rule, found.message, found.hint


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("名称：甲\n别名: 乙", {"名称": "甲", "别名": "乙"}),
        ("a:\n  b：20\n  c: 5", {"a": {"b": "20", "c": "5"}}),
        ("a:\n  b：20\n  c：5", {"a": {"b": "20", "c": "5"}}),
        ("- 名称：甲\n  类别: 乙", [{"名称": "甲", "类别": "乙"}]),
        ("- 名称: 甲\n  类别：乙", [{"名称": "甲", "类别": "乙"}]),
        ("a:\n  - 名称：甲\n    类别：乙\n  - 名称：丙\n    类别：丁",
         {"a": [{"名称": "甲", "类别": "乙"}, {"名称": "丙", "类别": "丁"}]}),
    ],
)  # fmt: skip
def test_a_full_width_colon_is_read_at_every_level(text, data):
    located, said = read(text)
    assert located.data == data
    assert len(said) == text.count("：")
    assert {rule for _, rule, _ in said} == {"front-matter-repair"}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("材料:\n  - 身份证：原件\n  - 户口本：复印件",
         {"材料": ["身份证：原件", "户口本：复印件"]}),
        ("摘要: 甲\n  时间：上午", {"摘要": "甲 时间：上午"}),
        ("问题: |\n  时间：上午\n  　　地点：广场", {"问题": "时间：上午\n　　地点：广场"}),
        ("摘要: >\n  时间：上午\n别名: 乙", {"摘要": "时间：上午\n", "别名": "乙"}),
    ],
)  # fmt: skip
def test_a_full_width_colon_in_a_text_is_left(text, data):
    located, said = read(text)
    assert (located.data, said) == (data, [])


@pytest.mark.parametrize(
    ("blank", "name"), [("　", "全角空格"), ("\t", "制表符（Tab）"), (" 　", "全角空格")]
)
def test_other_blanks_behind_a_colon(blank, name):
    located, said = read(f"标题:{blank}试题\n来源: 甲")
    assert located.data == {"标题": "试题", "来源": "甲"}
    assert said == [(1, "front-matter-repair", f"“标题:”后面是{name}，已按半角空格读取")]
    assert located.at("标题") == (1, 4 + len(blank))


def test_indentation_by_full_width_spaces():
    located, said = read("分组:\n　名称: 甲\n　代码: 乙")
    assert located.data == {"分组": {"名称": "甲", "代码": "乙"}}
    assert said == [
        (2, "front-matter-repair", "行首的全角空格已换成空格"),
        (3, "front-matter-repair", "行首的全角空格已换成空格"),
    ]


def test_indentation_by_tabs():
    located, said = read("分组:\n\t名称: 甲")
    assert located.data == {"分组": {"名称": "甲"}}
    assert said == [(2, "tab", "行首的制表符（Tab）已换成空格")]


def test_a_line_without_a_colon_is_named_itself():
    assert refusal("标题: 甲\n发布日期 2026-11-20\n来源: 乙") == (
        2,
        "yaml",
        "这一行缺少冒号：“发布日期 2026-11-20”",
        "写成“键: 内容”",
    )


def test_the_last_line_without_a_colon():
    assert refusal("标题: 甲\n发布日期 2026-11-20")[:3] == (
        2,
        "yaml",
        "这一行缺少冒号：“发布日期 2026-11-20”",
    )


def test_a_key_that_is_no_text():
    assert refusal("? [a, b]\n: 甲\n标题: 乙")[0] == 1


def test_the_lines_are_those_of_the_file():
    _, said = read("名称：甲", first_line=7)
    assert said == [(7, "front-matter-repair", WIDE_COLON.format("名称"))]


def test_a_key_that_is_written_twice():
    located, said = read("甲: 1\n乙: '2'\n甲: 3")
    assert located.data == {"甲": "1", "乙": "2"}
    assert said == [(3, "key-repeated", "“甲”写了两次（第一次在第 1 行）")]

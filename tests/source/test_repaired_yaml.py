"""YAML as editors type it, in heads and in data files: read as meant, or refused at its line."""

import contextlib

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


@pytest.mark.parametrize(
    "value", ["&a 值", "*a", "!重要", "!!python/object:os.system x", "@城管", "%甲", "`甲`", "? 甲"]
)
def test_a_value_that_begins_with_a_sign_of_yaml_is_read_whole(value):
    located, said = read(f"标题: {value}")
    assert located.data == {"标题": value}
    assert said == [(1, "front-matter-repair", "“标题”的内容里有特殊符号，已整句读取")]


BOMB = "词:\n  - &a [x, x]\n" + "".join(
    f"  - &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(24)
)
ALIAS = ("用“&”和“*”重复引用了一段内容", "把内容照写一遍，不用“&”和“*”")
BRACKETS = ("括号套得太深", "删去多余的括号")
INDENTS = ("缩进太深", "按字段手册的样子写，同级的项目左端对齐")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (BOMB, 2, ALIAS),
        ("词:\n  - &a [*a]", 2, ALIAS),
        ("标题: 甲\n词: " + "[" * 100_000, 2, BRACKETS),
        ("词: " + "[" * 2_000 + "]" * 2_000, 1, BRACKETS),
        ("词: " + "{a: " * 60 + "}" * 60, 1, BRACKETS),
        ("\n".join("  " * depth + "a:" for depth in range(1_500)), 102, INDENTS),
        ("词:\n  " + "- " * 20_000 + "甲", 2, INDENTS),
    ],
)
def test_what_would_grow_without_bounds_is_refused(text, line, words):
    found = refusal(text)
    assert (found[0], found[1], found[3]) == (line, "yaml", words[1])
    assert found[2].startswith(words[0])
    assert len(found[2]) < 80


@pytest.mark.parametrize("depth", [3, 50])
def test_brackets_in_texts_are_no_nesting(depth):
    text = "问题: |\n" + "\n".join(f"  [甲]（{number}）" for number in range(200))
    assert read(text)[0].data["问题"].count("[甲]") == 200
    nested = "词: " + "[" * depth + "甲" + "]" * depth
    assert read(nested)[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "标题" + " " * 100_000,
        "标题:" + " " * 100_000 + "甲",
        "标题: " + "甲 " * 50_000 + "乙",
        "标题: " + "'" * 100_000,
        "标题: " + ": " * 50_000,
        "标题：" + "：" * 100_000,
        "\n".join(["甲: 乙"] * 15_000),
        "\n".join(["  甲：乙"] * 15_000),
        "\n".join(" " * (200 - depth) + "甲：乙" for depth in range(200)),
    ],
)
def test_no_shape_takes_longer_than_its_size(text):
    """It ends: quadratic patterns took minutes."""
    with contextlib.suppress(UnreadableFileError):
        read_yaml(text.split("\n"), "a.yml")

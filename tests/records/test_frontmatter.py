"""Front matter in Pelican's header lines, and heads that can't be read."""

import pytest

from plugins.records.frontmatter import split
from plugins.source import UnreadableFileError


def head(text):
    found = split(text, "news/a.md")
    said = [(each.line, each.column, each.rule, each.message) for each in found.findings]
    return found, said


def refusal(text):
    with pytest.raises(UnreadableFileError) as caught:
        split(text, "news/a.md")
    return [(each.line, each.rule, each.message, each.hint) for each in caught.value.findings]


class TestHeaderLines:
    def test_an_indented_line_continues_the_one_above(self):
        found, said = head("Title: 甲\n  乙\n\t丙\nDate: 2026-03-01\n\n正文。\n")
        assert found.located.data == {"Title": "甲 乙 丙", "Date": "2026-03-01"}
        assert (found.body, found.body_line, said) == ("\n正文。\n", 5, [])

    def test_a_key_that_is_written_twice_keeps_its_first_value(self):
        found, said = head("Title: 甲\nTitle: 乙\n\n正文。\n")
        assert found.located.data == {"Title": "甲"}
        assert said == [(2, 1, "key-repeated", "“Title”写了两次")]

    def test_a_full_width_colon(self):
        found, said = head("\n标题：甲\n\n正文。\n")
        assert found.located.data == {"标题": "甲"}
        assert said == [(2, 1, "front-matter-repair", "“标题：”用了全角冒号，已按半角读取")]
        assert found.located.at("标题") == (2, 4)

    def test_they_end_where_a_line_is_none(self):
        found, _ = head("Title: 甲\n一句话。\nDate: 2026-03-01\n")
        assert found.located.data == {"Title": "甲"}
        assert (found.body, found.body_line) == ("一句话。\nDate: 2026-03-01\n", 2)

    def test_a_file_that_is_nothing_else(self):
        found, said = head("Title: 甲")
        assert (found.located.data, said) == ({"Title": "甲"}, [])

    def test_a_first_line_that_continues_nothing(self):
        assert refusal("  Title: 甲\n") == [
            (
                1,
                "front-matter",
                "没有稿头（标题、发布日期等）",
                "文件开头写两行 ---，中间每行一项，如 标题: …",
            )
        ]


class TestHeadsBetweenLines:
    def test_a_list_is_no_head(self):
        assert refusal("---\n- 甲\n- 乙\n---\n正文。\n") == [
            (2, "front-matter", "稿头不是“键: 内容”的样子", "每行写一项，如 标题: …")
        ]

    def test_a_line_that_is_indented_too_far(self):
        (found,) = refusal("---\n标题: 甲\n  来源: 办公室\n---\n正文。\n")
        assert found[1:] == (
            "front-matter",
            "这一行前面多了空格：“来源: 办公室”",
            "与上一项左端对齐",
        )

    def test_a_block_of_text_is_left_as_it_is(self):
        found, said = head("---\n标题: 甲\n问题: |\n  为什么：不行\n\n  #1 号\n---\n正文。\n")
        assert found.located.data["问题"] == "为什么：不行\n\n#1 号"
        assert said == []

    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("'甲: 乙'", "甲: 乙"),
            ('"甲: 乙"', "甲: 乙"),
            ("甲: 乙", "甲: 乙"),
            ("它's: 乙", "它's: 乙"),
        ],
    )
    def test_a_colon_in_a_value(self, written, value):
        found, said = head(f"---\n标题: {written}\n---\n正文。\n")
        assert found.located.data == {"标题": value}
        assert len(said) == (written == value)


class TestFences:
    @pytest.mark.parametrize("fence", ["———", "－－－", "――", "--", "  ---", "─────"])
    def test_what_an_input_method_writes_in_place_of_hyphens(self, fence):
        found, said = head(f"{fence}\n标题: 甲\n{fence}\n正文。\n")
        assert (found.located.data, found.body, found.body_line) == ({"标题": "甲"}, "正文。\n", 4)
        message = f"稿头的分隔线写成了“{fence.strip()}”，已按“---”读取"
        assert said == [
            (1, 1, "front-matter-repair", message),
            (3, 1, "front-matter-repair", message),
        ]

    def test_more_hyphens_than_three(self):
        found, said = head("-----\n标题: 甲\n-----\n正文。\n")
        assert (found.located.data, said) == ({"标题": "甲"}, [])

    def test_a_head_without_its_first_line(self):
        found, said = head("标题: 甲\n关键词:\n  - 乙\n---\n正文。\n")
        assert found.located.data == {"标题": "甲", "关键词": ["乙"]}
        assert (found.body, found.body_line) == ("正文。\n", 5)
        assert said == [(1, 1, "front-matter-repair", "稿头上面缺少一行“---”，已按有这一行读取")]
        assert found.located.at("标题") == (1, 5)

    def test_a_line_in_the_text_ends_no_header_lines(self):
        found, said = head("标题: 甲\n\n正文。\n\n---\n\n又。\n")
        assert (found.located.data, said) == ({"标题": "甲"}, [])
        assert found.body == "\n正文。\n\n---\n\n又。\n"

    @pytest.mark.parametrize(
        ("text", "form"),
        [("+++\ntitle = '甲'\n+++\n正文。\n", "TOML"), ("{\n'title': 1\n}\n", "JSON")],
    )
    def test_heads_of_other_generators(self, text, form):
        assert refusal(text) == [
            (
                1,
                "front-matter",
                f"稿头是别的网站程序的写法（{form}），读不了",
                "上下各写一行 ---，中间每行一项，如 标题: …",
            )
        ]

    def test_repairs_are_told_also_where_the_head_cannot_be_read(self):
        assert [rule for _, rule, _, _ in refusal("———\n标题：甲\n乙\n丙: 丁\n---\n")] == [
            "front-matter-repair",
            "front-matter-repair",
            "front-matter",
        ]


class TestLineBreaksOfWord:
    def test_in_a_value_they_are_spaces(self):
        assert head("---\n标题: 甲\u2028乙\n来源: 丙\n---\n正文。\n")[0].located.data == {
            "标题": "甲 乙",
            "来源": "丙",
        }
        assert head("标题: 甲\u2028乙\n  丙\u2028丁\n\n正文。\n")[0].located.data == {
            "标题": "甲 乙 丙 丁"
        }


def test_an_open_quote_is_told_on_its_line_though_another_quote_comes_below():
    text = '---\n标题: 甲\n来源: "法制科\n找谁:\n  - 单位: 热线\n    电话: "12345"\n---\n\n正文。\n'
    ((line, rule, message, hint),) = refusal(text)
    assert (line, rule) == (3, "front-matter")
    assert (message, hint) == ('引号没有成对：“来源: "法制科”', "补上缺少的引号")

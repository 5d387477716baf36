"""What an editor reads of findings: errors and what is new on top, one line for a cause."""

import io

import pytest

from plugins.findings import Colours, Finding, Severity, as_full_listing, as_listing
from plugins.findings.listing import HEADINGS, HOW_TO_SEE_ALL

ERROR, WARNING, INFO = Severity


def found(path, severity=ERROR, message="文", hint="", line=1, rule="r", cause=""):
    return Finding(rule, severity, path, message, hint, line, 1, cause)


def lines(*args, **kwargs):
    return as_listing(*args, **kwargs).split("\n")


def test_nothing():
    assert as_listing([]) == "没有发现问题。"


def test_errors_come_first_then_warnings_each_by_file_and_line():
    listed = lines(
        [
            found("news/a.md", WARNING, "甲"),
            found("news/b.md", INFO, "乙"),
            found("news/c.md", ERROR, "丙", line=9),
            found("news/c.md", ERROR, "丁", line=2),
        ],
        "content/",
    )
    assert listed == [
        "content/news/c.md:2:1: 错误 r 丁",
        "content/news/c.md:9:1: 错误 r 丙",
        "content/news/a.md:1:1: 提醒 r 甲",
        "content/news/b.md:1:1: 提示 r 乙",
        "共 4 处问题：错误 2，提醒 1，提示 1。",
    ]


def test_what_is_new_is_on_top_under_a_heading():
    new, old = found("z.md", WARNING, "新"), found("a.md", ERROR, "旧")
    assert lines([old, new], fresh={new}) == [
        HEADINGS[0],
        "z.md:1:1: 提醒 r 新",
        HEADINGS[1],
        "a.md:1:1: 错误 r 旧",
        "共 2 处问题：错误 1，提醒 1。",
    ]


@pytest.mark.parametrize("fresh", [[], ["a.md", "z.md"]])
def test_without_a_difference_there_is_no_heading(fresh):
    both = [found("a.md"), found("z.md", message="别")]
    listed = lines(both, fresh={each for each in both if each.path in fresh})
    assert [line[0] for line in listed] == ["a", "z", "共"]


def test_the_same_in_many_files_is_one_line_with_a_count_by_column():
    same = [found(f"news/{n:02}.md", WARNING, "没有写“初审”", "补上") for n in range(30)]
    same += [found("policies/a.md", WARNING, "没有写“初审”", "补上")]
    assert lines(same) == [
        "news/00.md:1:1: 提醒 r 没有写“初审” → 补上（另有 30 处同样：news 29、policies 1）",
        HOW_TO_SEE_ALL,
        "共 31 处问题：提醒 31。",
    ]


def test_the_one_just_written_stands_for_the_same_in_others():
    same = [found(f"news/{n}.md") for n in range(3)]
    assert lines(same, fresh={same[2]})[0] == "news/2.md:1:1: 错误 r 文（另有 2 处同样：news 2）"


def test_the_same_in_one_file_names_the_lines():
    same = [found("a.md", line=line) for line in range(1, 12)]
    assert lines(same[:3])[0] == "a.md:1:1: 错误 r 文（另有 2 处同样：第 2、3 行）"
    assert lines(same)[0].endswith("（另有 10 处同样：第 2、3、4、5、6、7、8、9 行等）")


def test_one_place_of_one_file_is_one_line_with_all_words():
    three = [found("a.md", message=f"缺少“{name}”", hint=f"写{name}") for name in "甲乙丙"]
    assert lines(three)[0] == "a.md:1:1: 错误 r 缺少“丙”；缺少“乙”；缺少“甲” → 写丙；写乙；写甲"
    other = found("a.md", WARNING, "别的")
    assert len(lines([*three, other])) == 3


def test_whom_it_is_about_is_said_once():
    both = [found("a.yml", message=f"摆摊：缺少“{name}”") for name in "乙甲"]
    assert lines(both)[0] == "a.yml:1:1: 错误 r 摆摊：缺少“乙”；缺少“甲”"


def test_unnamed_items_with_one_mistake_are_one_line():
    same = [found("a.yml", message=f"第 {n} 个事项：没有“名称”", line=n) for n in (1, 2, 3)]
    (line, *_) = lines(same)
    assert line == "a.yml:1:1: 错误 r 第 1 个事项：没有“名称”（另有 2 处同样：第 2、3 行）"


def test_what_follows_from_an_error_is_counted_at_it():
    broken = found("news/a.md", message="缺少“标题”")
    follow = [found(f"news/{n}.md", message=f"{n} 没有读入", cause="news/a.md") for n in "bcd"]
    assert lines([broken, *follow]) == [
        "news/a.md:1:1: 错误 r 缺少“标题”（另有 3 处由此引起，改好这里就消失）",
        HOW_TO_SEE_ALL,
        "共 4 处问题：错误 4。",
    ]


def test_what_follows_is_a_line_of_its_own_where_its_cause_is_not_listed():
    assert lines([found("news/b.md", cause="news/a.md")])[0] == "news/b.md:1:1: 错误 r 文"
    mild = found("news/a.md", WARNING, "别的")
    assert len(lines([mild, found("news/b.md", cause="news/a.md")])) == 3


def test_what_follows_stays_with_a_cause_that_stands_for_others():
    same = [found("news/a.md"), found("news/b.md")]
    follow = found("news/c.md", message="丙", cause="news/b.md")
    (line, *_) = lines([*same, follow])
    assert line.endswith("（另有 1 处同样：news 1；另有 1 处由此引起，改好这里就消失）")


MANY = [found(f"news/{n:03}.md", ERROR, f"错{n}", rule="dead-link") for n in range(50)]
MANY += [found(f"policies/{n:03}.md", WARNING, f"提{n}", rule="heading") for n in range(3)]


def test_no_more_lines_than_can_be_read_and_then_counts():
    listed = lines(MANY)
    assert listed[39].startswith("news/039.md")
    assert listed[40:] == [
        "只列出前 40 行。全部问题按规则和栏目：",
        "  错误 dead-link 50：news 50",
        "  提醒 heading 3：policies 3",
        HOW_TO_SEE_ALL,
        "共 53 处问题：错误 50，提醒 3。",
    ]


def test_forty_lines_are_not_cut():
    assert len(lines(MANY[:40])) == 41
    # Headings count too.
    listed = lines(MANY[:40], fresh={*MANY[:1]})
    assert listed[40].startswith("只列出前 40 行")


def test_all_of_them_one_by_one():
    same = [found(f"news/{n:02}.md") for n in range(60)]
    listed = as_full_listing(same, "content/", {same[7]}).split("\n")
    assert listed[:3] == [HEADINGS[0], "content/news/07.md:1:1: 错误 r 文", HEADINGS[1]]
    assert len(listed) == 63


class Terminal(io.StringIO):
    def isatty(self):
        return True


class TestColours:
    @pytest.fixture(autouse=True)
    def environment(self, monkeypatch):
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")

    def test_on_a_terminal(self):
        assert as_listing([found("a.md")], colours=Colours.of(Terminal())) == (
            "\x1b[1ma.md:1:1\x1b[0m: \x1b[31;1m错误\x1b[0m r 文\n"
            "\x1b[31;1m共 1 处问题：错误 1。\x1b[0m"
        )
        mild = as_listing([found("a.md", WARNING)], colours=Colours.of(Terminal()))
        assert "\x1b[33m提醒\x1b[0m" in mild and "\x1b[33m共 1" in mild

    def test_not_in_a_pipe(self):
        assert not Colours.of(io.StringIO()).is_on

    @pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
    def test_not_where_they_are_unwanted(self, monkeypatch, name, value):
        monkeypatch.setenv(name, value)
        assert not Colours.of(Terminal()).is_on

    def test_an_empty_wish_is_none(self, monkeypatch):
        monkeypatch.setenv("NO_COLOR", "")
        assert Colours.of(Terminal()).is_on

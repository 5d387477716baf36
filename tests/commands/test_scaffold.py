"""The text of a new record."""

from datetime import datetime

import pytest
import yaml

from plugins.clock import CHINA
from plugins.commands.scaffold import quoted, scaffold
from plugins.records.fields import extra
from plugins.records.frontmatter import split
from plugins.records.kinds import KINDS
from plugins.records.validate import validate

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=CHINA)


def front_matter(kind):
    return scaffold(KINDS[kind], "关于甲的通知", NOW).split("---\n")[1]


def above(label, text):
    """The explanation that stands above a field."""
    lines = text.splitlines()
    return lines[lines.index(f"{label}:") - 1]


@pytest.mark.parametrize("kind", KINDS)
def test_exactly_the_required_and_advised_fields_are_asked_for(kind):
    asked = [
        info.title
        for info in KINDS[kind].model_fields.values()
        if extra(info, "required") or extra(info, "advised")
    ]
    assert list(yaml.safe_load(front_matter(kind))) == asked


@pytest.mark.parametrize("kind", KINDS)
def test_the_reader_understands_it_and_only_misses_what_is_not_filled_in(kind):
    head = split(scaffold(KINDS[kind], "关于甲的通知", NOW), "a.md")
    _, findings = validate(KINDS[kind], head.located, "a.md")
    assert not head.findings
    assert {found.rule for found in findings} <= {"field-required", "field-advised", "value"}
    assert all("没有填写" in found.message for found in findings if found.rule == "value")
    assert "没有写“初审”" in [found.message for found in findings]


def test_title_and_time_are_filled_in():
    read = yaml.load(front_matter("news"), yaml.BaseLoader)
    assert (read["标题"], read["发布日期"]) == ("关于甲的通知", "2026-11-23 09:30")


def test_an_explanation_says_how_needed_a_field_is_and_what_it_is_for():
    assert above("来源", front_matter("news")) == "# 必填。发布科室或转载出处"
    assert above("初审", front_matter("news")) == "# 建议填写"


def test_an_explanation_names_what_may_be_chosen():
    assert above("解读形式", front_matter("interpretation")) == "# 必填。可填：文字、问答、图解"


def test_an_explanation_gives_an_example_of_an_exact_format():
    said = above("索引号", front_matter("policy"))
    assert said == "# 必填。索引号。如 11330500MB0000000X/2026-00012"


def test_a_list_begins_with_its_first_item():
    text = front_matter("case")
    assert "引用法规:\n  -\n" in text
    said = "# 必填。可多项，每项一行。法规及条文。如 《城市市容和环境卫生管理条例》第三十四条"
    assert above("引用法规", text) == said


def test_a_list_of_words_stays_in_one_line():
    text = front_matter("case")
    assert "\n领域:\n#" in text
    assert "可多项，写在一行，用“、”隔开" in above("领域", text)


def test_a_list_of_parts_names_the_parts_that_are_required():
    assert "办理材料:\n  - 名称:\n#" in front_matter("guide")
    assert "标语:\n  - 语种:\n    语言代码:\n    文字:\n" in front_matter("slogan")


def test_the_headings_that_a_kind_must_have_are_there():
    assert scaffold(KINDS["case"], "甲", NOW).endswith(
        "---\n\n## 基本案情\n\n## 法律规定\n\n## 处理结果\n\n## 案例启示\n\n"
    )


@pytest.mark.parametrize(
    "title",
    ["甲: 乙", "“甲”", "'甲' 与乙", "2026", "是 # 否", "[通知] 甲", "甲" * 200, "true", "*甲*"],
)
def test_every_title_comes_back_as_it_was_given(title):
    assert yaml.safe_load(f"标题: {quoted(title)}") == {"标题": title}
    assert "\n" not in quoted(title)
    head = split(scaffold(KINDS["news"], title, NOW), "a.md")
    assert head.located.data["标题"] == title


def test_an_ordinary_title_has_no_quotes():
    assert quoted("关于《云汀市城市绿化办法》的通知") == "关于《云汀市城市绿化办法》的通知"

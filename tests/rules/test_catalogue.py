"""What an entry of the catalogue must have, and how its files are read."""

import pytest
from pydantic import ValidationError

from plugins.findings import Severity
from plugins.rules import Example, Rule, all_rules, catalogue, load_catalogue

ENTRY = {
    "id": "no-lamp",
    "title": "路灯亮着",
    "severities": ["warning"],
    "scope": "source",
    "basis": "看得见路",
    "sureness": ["自定"],
    "means": "路灯不亮",
    "mend": "换灯泡",
    "failing": {"kind": "news", "body": "不亮。", "says": "不亮 → 换"},
    "passing": {"kind": "news", "body": "亮。"},
}


def test_a_whole_entry():
    rule = Rule(**ENTRY)
    assert rule.severities == [Severity.WARNING]
    assert (rule.severity_words, rule.scope.label) == ("提醒", "一篇稿件或一个数据文件")


def test_several_severities_are_named_or_told_apart():
    entry = {**ENTRY, "severities": ["error", "info"]}
    assert Rule(**entry).severity_words == "错误、提示"
    assert Rule(**entry, when="错误（全灭）；提示").severity_words == "错误（全灭）；提示"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"failing": {"kind": "news", "body": "不亮。"}}, "failing example has nothing in it"),
        ({"failing": {"says": "不亮"}}, "failing example has nothing in it"),
        ({"passing": {}}, "passing example has nothing in it"),
        ({"passing": {"kind": "news", "body": "亮。", "says": "亮"}}, "or says something"),
        ({"passing": {"kind": "news", "body": "不亮。"}}, "two examples are the same"),
        ({"passing": {"body": "亮。"}}, "a record needs its kind"),
        ({"passing": {"made": {"a.pdf": "pdf"}}}, "about must say what the made files are"),
        ({"scope": "page"}, "an example of something else than page"),
        ({"passing": {"built": {"a.html": {"b": "c"}}}}, "something else than source"),
        ({"passing": {"answers": {"https://a.cn/": "404"}}}, "something else than source"),
        ({"id": "No_Lamp"}, "should match pattern"),
        ({"severities": []}, "at least 1 item"),
        ({"sureness": ["听说"]}, "Input should be '原文'"),
        ({"means": ""}, "at least 2 characters"),
        ({"reason": "甲"}, "Extra inputs"),
    ],
)
def test_an_entry_that_is_not_whole_is_refused(change, said):
    with pytest.raises(ValidationError, match=said):
        Rule(**{**ENTRY, **change})


@pytest.mark.parametrize("name", ["failing", "passing"])
def test_an_entry_without_an_example_is_refused(name):
    entry = {key: value for key, value in ENTRY.items() if key != name}
    with pytest.raises(ValidationError, match=f"{name}\n  Field required"):
        Rule(**entry)


def test_an_empty_text_is_an_example():
    assert not Example(kind="news", body="").is_empty
    assert Example(kind="news").is_empty


def test_values_are_texts_as_in_front_matter(tmp_path, monkeypatch):
    (tmp_path / "lamps.yml").write_text(
        """name: 路灯
order: 2
rules:
  - {id: no-lamp, title: 亮着, severities: [error], scope: site, basis: 自明, sureness: [自定],
     means: 不亮, mend: 换,
     failing: {kind: news, head: {日期: 2026-03-01, 盏数: 010, 亮: no, 来源: null}, says: x},
     passing: {kind: news, body: 亮}}
""",
        encoding="utf-8",
    )
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    (group,) = load_catalogue.__wrapped__()
    assert (group.code, group.name, group.order) == ("lamps", "路灯", 2)
    head = group.rules[0].failing.head
    assert head == {"日期": "2026-03-01", "盏数": "010", "亮": "no", "来源": None}


def test_groups_come_in_their_order_each_with_its_own():
    groups = load_catalogue()
    assert [group.order for group in groups] == [*range(1, len(groups) + 1)]
    assert len(all_rules()) == sum(len(group.rules) for group in groups)

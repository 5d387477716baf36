"""A head read without YAML says what YAML says, to the column; what YAML alone can tell is left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugins.records.frontmatter import split
from plugins.source import UnreadableFileError, parse_simple_yaml, parse_yaml, repaired_yaml
from tests.records.random_heads import random_head

CONTENT = Path(__file__).parents[2] / "content"
HEADS = range(10_000)


def all_said(text: str) -> list:
    """Everything that anything can learn from the head of `text`."""
    try:
        head = split(text, "a.md")
    except UnreadableFileError as error:
        return error.findings
    located = head.located
    # As text, because the order of keys decides in which order findings are made.
    data = json.dumps(located.data, ensure_ascii=False)
    places = [located.keys, located.values, located.duplicate_keys]
    return [data, *places, head.body, head.body_line, *head.findings]


def lines_of(text: str) -> list[str]:
    lines = text.split("\n")
    return lines[1 : lines.index("---", 1)]


def by_yaml_alone(texts: dict, monkeypatch: pytest.MonkeyPatch) -> dict:
    with monkeypatch.context() as patch:
        patch.setattr(repaired_yaml, "parse_simple_yaml", lambda lines, first_line: None)
        return {name: all_said(text) for name, text in texts.items()}


def test_every_record_of_the_sample_site(monkeypatch):
    texts = {file: file.read_text("utf-8") for file in sorted(CONTENT.rglob("*.md"))}
    expected = by_yaml_alone(texts, monkeypatch)
    assert [file for file in texts if all_said(texts[file]) != expected[file]] == []
    plain = [file for file in texts if parse_simple_yaml(lines_of(texts[file])) is not None]
    assert len(plain) > 0.95 * len(texts) > 200


def test_random_heads(monkeypatch):
    texts = {number: random_head(number) for number in HEADS}
    expected = by_yaml_alone(texts, monkeypatch)
    assert [number for number in HEADS if all_said(texts[number]) != expected[number]] == []
    plain = [number for number in HEADS if parse_simple_yaml(lines_of(texts[number])) is not None]
    assert 0.25 * len(HEADS) < len(plain) < 0.75 * len(HEADS)


@pytest.mark.parametrize(
    "lines",
    [
        "标题: 甲",
        "标题: 甲  \n\n来源: 乙",
        "# 说明\n标题: 甲\n  # 说明\n来源:",
        "附件:\n  - 文件: a.pdf\n    名称: 甲\n  - 文件: b.pdf",
        "图片:\n  文件: a.png\n  说明: 甲",
        "关键词: [甲, 乙]\n领域:\n  - 甲\n  - ~",
        "问: |\n  甲: 乙\n\n    # 丙\n答: 丁",
        "问: |\n  甲\n\n",
        "问: |\n  甲",
    ],
)
def test_plain(lines):
    read, expected = parse_simple_yaml(lines.split("\n"), 2), parse_yaml(lines, 2)
    assert read.data == expected.data
    assert (read.keys, read.values, read.duplicate_keys) == (expected.keys, expected.values, [])


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "# 说明",
        "标题：甲",
        "标题:甲",
        "标题: 甲: 乙",
        "标题: 甲 #1",
        "标题: '甲'",
        "标题: *甲*",
        "标题: 甲\n  乙",
        "标题: 甲\n标题: 乙",
        "标题: 甲\t",
        "标题: 　甲",
        " 标题: 甲\n来源: 乙",
        "关键词:\n- 甲",
        "关键词:\n  - 甲\n - 乙",
        "关键词:\n  -\n",
        "关键词: [甲, ]",
        "关键词: [甲: 乙]",
        "问: >\n  甲",
        "问: |\n\n  甲",
        "问: |\n  甲\n   \n",
        "问: |\n来源: 甲",
        "- 甲",
        "甲",
    ],
)
def test_left_to_yaml(lines):
    assert parse_simple_yaml(lines.split("\n")) is None

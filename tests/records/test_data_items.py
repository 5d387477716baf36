"""The data file of enforcement matters: each mistake a finding, the other matters stay."""

import pytest

from plugins.bureau import Column
from plugins.records.data_items import read_items
from plugins.records.loading import load_library
from tests.content_folder import make_content

PATH = "shixiang/items.yml"


@pytest.fixture
def content(tmp_path):
    return make_content(tmp_path)


@pytest.fixture
def column(content) -> Column:
    return load_library(content).column("shixiang")


def read(content, column, text=None):
    if text is not None:
        (content / PATH).write_bytes(text if isinstance(text, bytes) else text.encode())
    found = read_items(content, column)
    return found.items, [(each.path, each.rule, each.message) for each in found.findings]


def test_a_missing_file_is_a_finding_of_the_column(content, column):
    (content / PATH).unlink()
    assert read(content, column) == (
        [],
        [("shixiang/_column.yml", "data-file", f"没有找到数据文件 {PATH}")],
    )


def test_another_encoding(content, column):
    items, ((path, rule, _),) = read(content, column, "- 事项名称: 占道\n".encode("gbk"))
    assert (items, path, rule) == ([], PATH, "encoding")


def test_broken_yaml(content, column):
    items, ((path, rule, _),) = read(content, column, "- [甲\n乙: 1\n")
    assert (items, path, rule) == ([], PATH, "yaml")


@pytest.mark.parametrize("text", ["事项名称: 占道\n", "占道\n"])
def test_no_list(content, column, text):
    assert read(content, column, text) == ([], [(PATH, "data-file", "应是事项的列表")])


def test_a_matter_with_a_mistake_is_left_out_and_the_others_stay(content, column):
    whole = (content / PATH).read_text(encoding="utf-8")
    items, found = read(content, column, whole + "- 事项名称: 别的事\n- 只是一句话\n- 领域: 水务\n")
    before, _ = read(content, column, whole)
    assert [item.title for item in items] == [item.title for item in before]
    messages = [message for *_, message in found]
    assert "别的事：缺少“领域”" in messages
    assert "只是一句话：缺少“领域”" in messages
    number = len(before) + 3
    assert f"第 {number} 个事项：缺少“事项名称”" in messages
    assert f"第 {number} 个事项：缺少“领域”" not in messages

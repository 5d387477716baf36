"""docs/bureau.md: what it says of a key."""

import re

from plugins.bureau import Bureau, ColumnFacts
from plugins.manual.bureau import PATTERNS, bureau_manual
from plugins.records.kinds import COLUMN_KINDS

TEXT = bureau_manual()


def rows(key):
    return [line for line in TEXT.splitlines() if line.startswith(f"| `{key}` |")]


def test_every_key_of_both_files_has_a_row():
    for model in (Bureau, ColumnFacts):
        keys = [info.alias or name for name, info in model.model_fields.items()]
        assert [key for key in keys if not rows(key)] == []


def test_a_format_is_said_in_words_with_an_example():
    assert rows("postcode") == ["| `postcode` | 邮编 | 必填 | 6 位数字，如 `339900` |  |"]


def test_the_example_of_every_format_is_right():
    assert [example for form, (_, example) in PATTERNS.items() if not re.match(form, example)] == []


def test_limits_and_the_default_are_named():
    assert rows("page_size") == [
        "| `page_size` | 列表每页条数 | 可选 | 整数；5 到 100；不写时为 20 |  |"
    ]
    assert "整数；不小于 1" in rows("clock")[0]


def test_a_list_says_how_it_is_written():
    assert rows("keywords")[0].split(" | ")[3] == "文字；可多项，每项以“- ”开头，至少一项"


def test_keys_below_a_key_stand_under_its_name():
    section = TEXT.split("### 联系方式：`contact`")[1].split("###")[0]
    assert all(f"| `{key}` |" in section for key in ("address", "phone", "hours", "hotline"))


def test_what_several_keys_share_is_listed_once():
    shared = "`platforms.consultation`、`platforms.services`、`platforms.petition` 的下一级："
    assert TEXT.count(shared) == 1


def test_every_kind_can_be_looked_up():
    assert all(f"| `{kind}` |" in TEXT for kind in COLUMN_KINDS)

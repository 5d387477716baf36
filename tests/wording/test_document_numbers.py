"""Document numbers in running text."""

import pytest

from tests.wording.samples import in_record, messages, told

HINT = "写“〔2026〕8号”：六角括号，不加“第”，不补零"


@pytest.mark.parametrize("written", ["（2026）8号", "〔2026〕第8号", "〔2026〕08号", "【2026】8号"])
def test_other_brackets_第_and_zeros_are_told(written):
    assert told(f"见云综执{written}文件。") == [
        ("word-document-number", "warning", f"文号里的“{written}”写法不规范", HINT)
    ]


def test_square_brackets_are_told_and_cells_are_not():
    source = "---\n标题: 通知\n---\n见云综执[2026]8号。\n\n|局|2026|8号|\n"
    (finding,) = in_record(source, 4)
    assert finding.message == "文号里的“[2026]8号”写法不规范"
    assert (finding.line, finding.hint) == (4, HINT)


def test_the_value_of_the_field_is_for_the_rules_of_values():
    source = "---\n标题: 通知\n文号: 云综执（2026）8号\n---\n正文。\n"
    assert in_record(source, 5) == []


@pytest.mark.parametrize(
    "right", ["云综执〔2026〕8号", "（2026）浙01行终8号", "（2026年第8号）", "公告2026年第8号"]
)
def test_right_numbers_and_those_of_courts(right):
    assert messages(f"见{right}。") == []

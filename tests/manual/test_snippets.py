"""The snippets of VS Code give heads that the program takes, once they are filled in."""

import json
import re

import pytest

from plugins.manual.snippets import snippets
from plugins.records.kinds import KINDS
from plugins.records.kinds.base import RecordModel
from plugins.records.schema import expected_fields
from tests.records.record_text import findings_of

MADE = json.loads(snippets())
CHOICE = re.compile(r"\$\{\d+\|((?:[^|\\]|\\.)+)\|\}")
NOW = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE $CURRENT_HOUR:$CURRENT_MINUTE"


def filled(body):
    """As an editor leaves it who takes the first choice, and types a word everywhere else."""
    text = "\n".join(body).replace(NOW, "2026-11-20 09:30")
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
    text = CHOICE.sub(lambda found: re.split(r"(?<!\\),", found[1])[0].replace("\\", ""), text)
    return re.sub(r"\$\d+", "词", text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_head_has_every_field_that_is_required_or_advised(kind):
    body = MADE[f"稿头：{KINDS[kind].label}"]["body"]
    found = findings_of(filled(body), kind)
    # What is missing is what only some records of the kind need, which a rule asks for.
    wanted = {expected.info.title for expected in expected_fields(KINDS[kind])}
    assert wanted <= {line.partition(":")[0] for line in body}
    assert not [each for each in found if each.message in {f"缺少“{name}”" for name in wanted}]
    # The headings are there; what stands under them is for the editor to write.
    empty = "一节是空的"
    assert all(each.message.endswith(empty) for each in found if each.rule == "section")
    refused = {"field-advised", "key-unknown", "front-matter", "front-matter-repair"}
    assert {each.rule for each in found} & refused == set()


def test_a_head_is_found_by_the_name_of_its_kind():
    head = MADE["稿头：典型案例"]
    assert head["prefix"] == ["稿头 典型案例", "head case"]
    assert head["scope"] == "markdown"
    assert head["body"][-1] == "$0"


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_line(kind):
    for info in KINDS[kind].model_fields.values():
        line = MADE[f"字段：{info.title}"]
        assert info.title in line["prefix"]
        assert line["body"][0].startswith(f"{info.title}:")
        assert re.match("必填|建议|可选", line["description"])


def test_a_field_offers_its_choices():
    assert MADE["字段：状态"]["body"] == ["状态: ${1|发布,草稿|}"]
    published = RecordModel.model_fields["published"].title
    assert MADE[f"字段：{published}"]["body"] == [f"{published}: ${{1:{NOW}}}"]


def test_a_list_of_parts_has_its_required_lines():
    assert MADE["字段：附件"]["body"] == ["附件:", "  - 文件: $1"]

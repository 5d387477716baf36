"""docs/fields.md: what it says of a field and of a rule."""

from typing import Annotated

import pytest

from plugins.manual.described import fields_of
from plugins.manual.fields import fields_manual, requirements
from plugins.records.fields import Problem, Rule, field, in_order, many, required_if
from plugins.records.kinds import KINDS, Part, RecordModel
from plugins.records.values import Choice, Count, Day, Listed, Reference, RefersTo, Text, Words


class Box(Part):
    label: Text = field("名称", required=True)


class Sample(RecordModel):
    kind = "sample"
    label = "样本"

    colour: Annotated[str, Choice("红", "绿")] = field("颜色", "色彩", "标题", required=True)
    day: Day | None = field("日子", help="哪一天")
    words: Words = many("词语")
    boxes: Listed[Box] = many("盒子", advised=True)
    law: Listed[Annotated[Reference, RefersTo(("statute",))]] = many("法规")
    count: Count | None = field("数目")


def described(name):
    return next(each for each in fields_of(Sample) if each.name == name)


class TestAField:
    def test_it_says_how_much_it_is_needed(self):
        needs = {name: described(name).need for name in ("colour", "boxes", "day")}
        assert needs == {"colour": "必填", "boxes": "建议", "day": "可选"}

    def test_a_spelling_that_another_field_takes_first_is_not_named(self):
        assert described("colour").spellings == ("色彩",)

    def test_it_names_what_may_be_chosen(self):
        assert described("colour").content == "可填：红、绿"

    def test_it_gives_an_example_of_an_exact_format(self):
        assert described("day").content == "日期；如 `2026-03-01`"
        assert described("day").help == "哪一天"

    def test_plain_text_has_no_example(self):
        assert next(each for each in fields_of(Box)).content == "一行文字"

    def test_it_says_how_a_list_is_written(self):
        assert described("words").content.endswith("可多项，用“、”隔开写在一行，或每项一行")
        assert described("boxes").content == "下一级另有各项，见下；可多项，每项一行"
        assert described("boxes").part is Box

    def test_it_says_which_records_it_may_name(self):
        assert described("law").content == "稿件（栏目/网址名）；只能是法律法规；可多项，每项一行"

    def test_a_kind_has_only_its_own_fields(self):
        assert [each.name for each in fields_of(Sample, without=RecordModel)] == [
            "colour", "day", "words", "boxes", "law", "count",
        ]  # fmt: skip


class TestARule:
    def test_an_order_of_dates_is_said_with_their_labels(self):
        rule = in_order("published", "day", "日子早于发布日期")
        assert requirements(Sample, rule) == ("“日子”不早于“发布日期”",)

    def test_a_condition_on_a_choice_speaks_for_itself(self):
        rule = required_if("day", "colour", lambda colour: colour == "红", "红的要写日子")
        assert requirements(Sample, rule) == ("红的要写日子",)

    def test_a_condition_on_a_number_speaks_for_itself(self):
        assert requirements(Sample, required_if("day", "count", bool, "有数目要写日子")) == (
            "有数目要写日子",
        )

    def test_several_messages_are_all_said_once(self):
        rule = Rule("x", (), lambda values: [Problem("day", "甲"), Problem("day", "乙")] * 2)
        assert requirements(Sample, rule) == ("甲", "乙")

    def test_a_rule_that_says_nothing_must_be_put_into_words(self):
        with pytest.raises(LookupError, match="must say what mute requires of sample"):
            requirements(Sample, Rule("mute", ("colour",), lambda values: []))

    @pytest.mark.parametrize("kind", KINDS.values())
    def test_every_rule_of_every_kind_has_words(self, kind):
        assert all(requirements(kind, rule) for rule in kind.all_rules())


class TestTheManual:
    def test_it_has_a_section_for_every_kind_with_all_its_labels(self):
        sections = dict(each.split("\n", 1) for each in fields_manual().split("\n## ")[1:])
        for kind in KINDS.values():
            section = sections[f"{kind.label}（`{kind.kind}`）"]
            own = [each.label for each in fields_of(kind, without=RecordModel)]
            assert all(f"\n| {label} |" in section for label in own), kind.kind

    def test_every_entry_of_its_contents_leads_to_a_heading(self):
        text = fields_manual()
        contents = text.split("## 目录\n\n")[1].split("\n\n")[0].splitlines()
        anchors = {line.split("](#")[1].rstrip(")") for line in contents}
        headings = {
            line[3:].translate(dict.fromkeys(map(ord, "（）`")))
            for line in text.splitlines()
            if line.startswith("## ")
        }
        assert anchors == headings - {"目录"}

    def test_parts_of_the_same_make_are_explained_once(self):
        assert fields_manual().count("“机构职能与权责”、“执法程序”") == 1

    def test_it_says_which_headings_a_text_must_have(self):
        assert "`## 基本案情`、`## 法律规定`" in fields_manual()

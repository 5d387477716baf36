"""Formats of fields, each with what passes and what fails."""

from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError, create_model

from plugins.records import field_metadata, parsing, values
from plugins.records.kinds import KINDS


def parse(kind, raw):
    return TypeAdapter(kind).validate_python(raw, context=[])


def complaint(kind, raw):
    with pytest.raises(ValidationError) as caught:
        parse(kind, raw)
    (error,) = caught.value.errors()
    return error["msg"], error["ctx"]["hint"]


EXAMPLES = [
    (model, name)
    for model in KINDS.values()
    for name, info in model.model_fields.items()
    if field_metadata.example(info)
]


@pytest.mark.parametrize(("model", "name"), EXAMPLES)
def test_the_example_of_a_field_passes_its_own_check(model, name):
    info = model.model_fields[name]
    shown = field_metadata.example(info)
    written = [shown] if field_metadata.is_list(info) else shown
    one_field = create_model("One", **{name: (info.annotation, info)})
    one_field.model_validate({name: written}, context=[])


class TestDocumentNumber:
    @pytest.mark.parametrize(
        "written",
        ["云综执〔2026〕12号", "国办发〔2017〕47号", "市政府令第12号", "公告2024年第3号"],
    )
    def test_right(self, written):
        assert parse(values.DocumentNumber, written) == written

    @pytest.mark.parametrize(
        "written",
        ["云综执[2024]12号", "云综执(2024)12号", "云综执【2024】12号", "云综执〔2024〕012号",
         "云综执〔2024〕第12号", "云综执（2024）第012号"],
    )  # fmt: skip
    def test_wrong_with_the_right_form_as_hint(self, written):
        message, hint = complaint(values.DocumentNumber, written)
        assert "格式不对" in message
        assert hint == "写成 云综执〔2024〕12号"


class TestCreditCode:
    def test_the_check_character(self):
        assert parsing.valid_credit_code("91350100M000100Y43")
        assert not parsing.valid_credit_code("91350100M000100Y44")
        assert not parsing.valid_credit_code("91350100M000100I43")

    def test_a_wrong_one_is_refused(self):
        assert "校验不通过" in complaint(values.CreditCode, "91350100M000100Y44")[0]


class TestIndexNumber:
    @pytest.mark.parametrize("written", ["000014349/2018-00222", "11441700007280420Y/2021-00050"])
    def test_right(self, written):
        assert parse(values.IndexNumber, written) == written

    @pytest.mark.parametrize(
        "written",
        ["000014349/2018-0022２", "000014349/2018-222", "00001434/2018-00222", "甲/2018-00222"],
    )
    def test_wrong(self, written):
        assert "格式不对" in complaint(values.IndexNumber, written)[0]


class TestAmount:
    @pytest.mark.parametrize(
        ("written", "read"),
        [("500", "500"), ("1,200", "1200"), ("3万元", "30000"), ("伍佰元整", "500")],
    )
    def test_right(self, written, read):
        assert parse(values.Amount, written) == Decimal(read)

    @pytest.mark.parametrize("written", ["500元以上", "-1", "NaN", "Infinity", "五百"])
    def test_wrong(self, written):
        assert "不是金额" in complaint(values.Amount, written)[0]


class TestCited:
    @pytest.mark.parametrize(
        "written",
        [
            "《城市绿化条例》",
            "《城市绿化条例》第二十七条第一款第（一）项",
            "《关于〈条例〉的决定》第一条",
        ],
    )
    def test_right(self, written):
        assert parse(values.Cited, written) == written

    @pytest.mark.parametrize(
        "written", ["城市绿化条例第二条", "《城市绿化条例》二十七条", "《甲》和《乙》"]
    )
    def test_wrong(self, written):
        assert "不是规范的法规引用" in complaint(values.Cited, written)[0]


def test_a_near_choice_is_suggested():
    message, hint = complaint(Annotated[str, values.Choice("现行有效", "已废止")], "已废除")
    assert message == "“已废除”不在可选值之内"
    assert hint == "是不是“已废止”？可填：现行有效、已废止"


@pytest.mark.parametrize("written", ["Big", "有汉字", "a_b", "-a", "a--b", "a b"])
def test_a_slug_is_plain_ascii(written):
    assert "只能用小写字母" in complaint(values.Slug, written)[0]


def test_a_slug_is_short_enough_for_the_name_of_a_file():
    assert complaint(values.Slug, "a" * 260) == (
        "网址名有 260 个字母，最多 100 个",
        "写短些，如 canchu-laji-guanli-banfa",
    )
    assert parsing.is_slug("a" * 100) and not parsing.is_slug("a" * 101)

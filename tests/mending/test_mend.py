"""What is mended in the text of a record, and that the record stays the same."""

from importlib import import_module
from pathlib import Path

import pytest

from plugins.bureau import load_bureau, load_columns
from plugins.clock import seconds
from plugins.mending.mend import Mended, mend
from plugins.mending.steps import Step
from plugins.records.kinds import COLUMN_KINDS
from plugins.records.reader import read_record
from plugins.texts.converter import Converter
from tests.build.built import NOW
from tests.content_folder import TINY, record

# Not the function of that name.
module = import_module("plugins.mending.mend")
PATH = "dongtai/xin.md"
GOOD = record("新", "正文。", 复核日期="2026-12-01")
COLUMNS = load_columns(TINY, load_bureau(TINY)[0], COLUMN_KINDS)[0]
COLUMN = next(column for column in COLUMNS if column.code == "dongtai")
MENDED = {
    "BOM": ("\ufeff" + GOOD, GOOD, "去掉文件开头的 BOM 标记"),
    "a radical": (
        GOOD.replace("正文", "正⽂"),
        GOOD,
        "形似汉字的符号换成汉字，去掉看不见的字符",
    ),
    "zero width": (
        GOOD.replace("正文", "正\u200b文"),
        GOOD,
        "形似汉字的符号换成汉字，去掉看不见的字符",
    ),
    "a fence": (GOOD.replace("---", "———", 1), GOOD, "稿头的分隔线写成 ---"),
    "a colon": (
        GOOD.replace("标题: ", "标题："),
        GOOD,
        "稿头的冒号、空格、缩进和引号写规范",
    ),
    "a tab": (
        GOOD.replace("复核日期", "附件:\n\t- 文件: files/xuncha.csv\n\t  名称: 表\n复核日期"),
        GOOD.replace("复核日期", "附件:\n  - 文件: files/xuncha.csv\n    名称: 表\n复核日期"),
        "稿头的冒号、空格、缩进和引号写规范",
    ),
    "another name": (GOOD.replace("标题:", "名称:"), GOOD, "字段名写成字段手册里的名称"),
    "an English name": (GOOD.replace("发布日期:", "date:"), GOOD, "字段名写成字段手册里的名称"),
    "traditional": (GOOD.replace("标题:", "標題:"), GOOD, "字段名写成字段手册里的名称"),
    "a day": (GOOD.replace("2026-12-01", "2026年12月1日"), GOOD, "日期写规范"),
    "a moment": (GOOD.replace("2026-03-01 09:00", "2026/3/1 9:00"), GOOD, "日期写规范"),
}
ENGLISH = """\
---
title: 新
date: 2026-03-01 09:00
source: 办公室
first_review: 甲
second_review: 乙
final_review: 丙
---
正文。
"""


def mended(text):
    return mend(PATH, text.encode(), COLUMN, Converter(), seconds(NOW))


@pytest.mark.parametrize(("wrong", "right", "words"), MENDED.values(), ids=MENDED)
def test_mended(wrong, right, words):
    assert mended(wrong) == Mended(right.encode(), (words,))
    assert mended(right) == Mended(right.encode())
    found = read_record(PATH, wrong.encode(), COLUMN, Converter(), seconds(NOW)).findings
    assert words == "字段名写成字段手册里的名称" or found


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        ENGLISH,
        GOOD.replace("2026-03-01 09:00", "2026-03-01"),
        GOOD.replace("正文。", "名称: 甲\n日期：2026年3月1日"),
        "没有稿头。\n",
        "---\n标题: 没有结束\n",
        GOOD.replace("\n", "\r\n", 3),
    ],
)
def test_not_touched(text):
    assert mended(text) == Mended(text.encode())


def test_bytes_that_are_no_utf8_stay():
    data = GOOD.encode("gb18030")
    assert mend(PATH, data, COLUMN, Converter(), seconds(NOW)) == Mended(data)


def test_line_ends_of_windows_stay():
    windows = MENDED["a colon"][0].replace("\n", "\r\n")
    assert mended(windows).data == GOOD.replace("\n", "\r\n").encode()


def test_several_at_once():
    wrong = "\ufeff" + GOOD.replace("标题: ", "名稱：").replace("2026-12-01", "2026.12.1")
    found = mended(wrong)
    assert (found.data, len(found.done), found.left) == (GOOD.encode(), 4, ())


@pytest.mark.parametrize(
    "old, new", [("标题: 新", "标题: 旧"), ("正文。", "另文。"), ("来源", "来园")]
)
def test_what_would_change_the_record_is_left_out_and_said(monkeypatch, old, new):
    step = Step("改坏", lambda text, _model: text.replace(old, new))
    monkeypatch.setattr(module, "STEPS", (step, *module.STEPS))
    wrong = MENDED["a colon"][0].replace("标题：", "标题: ")
    assert mended(wrong) == Mended(wrong.encode(), (), ("改坏",))


def test_a_traditional_name_of_one_kind_keeps_its_meaning():
    root = Path(__file__).resolve().parents[2] / "content"
    columns = {c.code: c for c in load_columns(root, load_bureau(root)[0], COLUMN_KINDS)[0]}
    path = "cases/denggan-hengfu-bufa.md"
    right = (root / path).read_bytes()
    wrong = right.replace("处理日期".encode(), "處理日期".encode())
    assert wrong != right
    found = mend(path, wrong, columns["cases"], Converter(), seconds(NOW))
    assert found == Mended(right, ("字段名写成字段手册里的名称",))


def test_the_sample_needs_no_mending():
    root = Path(__file__).resolve().parents[2] / "content"
    columns = {c.code: c for c in load_columns(root, load_bureau(root)[0], COLUMN_KINDS)[0]}
    for code in ("cases", "news"):
        for file in sorted((root / code).glob("*.md")):
            path = f"{code}/{file.name}"
            data = file.read_bytes()
            found = mend(path, data, columns[code], Converter(), seconds(NOW))
            # 处理日期 of a case without a penalty is no slip for 处罚决定日期.
            assert found == Mended(data)

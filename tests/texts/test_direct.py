"""Converting without Python-Markdown gives what Python-Markdown and a scan of its HTML give."""

import os
import pickle
import random
import re
from pathlib import Path

import pytest

from plugins.records.frontmatter import split
from plugins.texts.converter import Converter
from plugins.texts.direct import convert_directly
from plugins.texts.typed import read_typed
from tests.texts.judge import Judge
from tests.texts.random_texts import random_text

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CORPUS") or ROOT / "../shared/corpus/laws")
RECORDS = sorted((ROOT / "content").rglob("*.md"))
HEAD = re.compile(r".*<!-- INFO END -->", re.S)


@pytest.fixture(scope="module")
def judge():
    return Judge()


@pytest.fixture(scope="module")
def converter():
    return Converter()


def test_every_record_of_the_sample_site(judge, converter):
    direct = 0
    for file in RECORDS:
        text = split(file.read_text("utf-8"), str(file)).body
        assert converter.convert(text) == judge.convert(text), file
        direct += convert_directly(text) is not None
    assert direct > 0.95 * len(RECORDS)


@pytest.mark.corpus
@pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"没有真实法规文本的文件夹 {CORPUS}（用环境变量 CORPUS 指明）"
)
def test_every_real_statute(judge, converter):
    direct, files = 0, sorted(CORPUS.rglob("*.md"))
    for file in files:
        text = HEAD.sub("", file.read_text("utf-8"))
        assert converter.convert(text) == judge.convert(text), file
        direct += convert_directly(text) is not None
    assert direct > 0.9 * len(files)


def test_random_texts(judge, converter):
    """Nasty ones, out of the pieces that any two ways of reading have to tell apart."""
    chance = random.Random(20261124)
    direct = 0
    for _ in range(10_000):
        text = random_text(chance)
        assert converter.convert(text) == judge.convert(text), repr(text)
        direct += convert_directly(read_typed(text)[0]) is not None
    assert direct > 1_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "甲乙。\n\n　　丙丁。",
        "甲\n乙\nc\nd",
        "# 甲\n\n## 乙\n\n###### 丙",
        "## 甲\n乙\n## 甲\n## 甲",
        "## ！\n\n## 甲 - 乙  丙",
        "- 甲\n- 乙\n\n- 丙\n- 丁\n\n戊\n\n- 己",
        "- 甲\n\n1. 乙\n\n3. 丙",
        "3. 甲\n3. 乙",
        "**甲**乙*丙*、**“丁”**（*戊*）2*3*4",
        "见**[甲](x.md)**和[乙 c](/a/b?c#d)。",
        '![图](/i.svg "图1 流程")\n\n![](x)',
        "1. 甲\n    - **乙**\n    - 丙\n2. 丁\n    1. 戊\n\n- 己\n    3. 庚",
        "甲[^b]**乙[^1]**[丙](x)\n\n[^1]: 丁\n[^b]: [戊](y)，*己*\n\n庚",
        "- 甲[^1]\n\n[^1]: 乙\n\n- 丙",
        "| 甲 | 乙 | 丙 |\n|:--|--:|:-:|\n| **1** | [2](x) |\n| 1 | 2 | 3 | 4 |",
    ],
)
def test_plain_constructs_need_no_markdown(judge, text):
    assert convert_directly(text) == judge.convert_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲`乙`", "甲\\*乙", "<b>甲</b>", "甲_乙_", "甲&乙", "## 甲 {#x}", "甲[^1]", "[甲]: x",
        "甲\t", "***甲***", "**甲*", "*甲**乙*", "** 甲**", "甲 **", "[**甲**](x)", "[甲]",
        "[甲](x y)", "[甲](javascript:x)", "[甲](VBScript:x)", '[甲](x "题")', "![图](x)乙",
        "![图](x)\n乙", "- 甲\n  乙", "- 甲\n乙", "- 甲\n    - 乙\n    1. 丙", "- # 甲", "- 1. 甲",
        "- \n- 甲", "-\n", "* 甲", "+ 甲", "１. 甲", "甲\n---", "甲\n===", "---", "> 甲",
        "甲\n\n: 乙", "甲  \n乙", "    甲", " 甲", "**甲**\n乙", "甲\n**乙**", "[甲](x)\n乙",
        "甲 | 乙\n--- | ---", "| 甲 |\n|---|", "|甲|\n|-|\n# 乙", "2. \n１. 甲", "## 甲 ##", "##",
        "## **甲**", "~~~\n甲\n~~~", "- 甲\n    - 乙\n\n- 丙", "- 甲\n    - 乙\n        - 丙",
        "甲\n    - 乙", "    - 甲",
        "甲[^1]甲[^1]\n\n[^1]: 乙", "[^1]: 甲", "甲[^1]\n\n[^1]: 乙\n丙", "[甲[^1]](x)\n\n[^1]: 乙",
        "甲[^1]\n\n[^1]: - 乙", "甲[^1]\n\n[^1]: 乙[^2]\n[^2]: 丙", "## 甲\n[^1]: 乙\n\n丙[^1]",
        "甲\x02", "甲\x0b乙", "甲\x0d\n乙",
    ],
)  # fmt: skip
def test_what_may_mean_something_else_goes_to_markdown(judge, converter, text):
    assert convert_directly(text) is None
    assert converter.convert(text) == judge.convert(text)


def test_a_declaration_of_html_stops_nothing(judge, converter):
    text = "甲<![图](/i.svg)&\n\n<![CDATA[乙]]>\n\n<!丙>"
    assert converter.convert(text) == judge.convert(text)


def test_bodies_can_be_kept(converter):
    body = converter.convert("## 甲\n\n- 乙[丙](x)\n\n![图](y)")
    assert pickle.loads(pickle.dumps(body)) == body

"""Whatever an editor or a program writes: findings or a page, no exception, no word lost.

`make nightly` tries more examples (EXAMPLES).
"""

import os
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.records.reader import read_record
from plugins.texts.converter import Converter
from plugins.texts.html_cleaner import clean_html, forbidden_markup
from plugins.texts.nets import lost_words
from tests.records.record_text import column_of
from tests.texts.random_texts import BLOCKS, MARKED, PLAIN, STARTS, WILD

EXAMPLES = int(os.environ.get("EXAMPLES", "300"))
relaxed = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="EXAMPLES" not in os.environ,
    suppress_health_check=list(HealthCheck),
)

TYPED = [
    "　　", "李**、王*", "138****0001", "5*3*2米", "{共3人}", "<PM2.5标准>", ">18周岁", "[注]: 甲",
    "（一）甲；", "一、甲", "1．甲", "第一条　甲", "①甲", "附件：1. 甲", "2026年11月27日",
    "各单位：",
    "[甲]（https://a.example/）", "＃＃ 甲", "**甲 **", "甲\t乙", "｜甲｜乙｜", "-　甲", "~~甲~~",
    "[^1] 甲", "!!! note", "https://a.example/b。", "<div>", "</div>", "<!--", "-->", "<a href=x>",
]  # fmt: skip
lines = st.lists(st.sampled_from(PLAIN + MARKED + WILD + STARTS + TYPED), max_size=5).map("".join)
blocks = st.one_of(lines, st.sampled_from(BLOCKS), st.text(max_size=30))
bodies = st.lists(blocks, max_size=8).map("\n".join)
KEYS = ["标题", "发布时间", "类型", "摘要", "附件", "来源", "草稿", "title", "甲"]
values = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["2026-03-01 09:30", "[甲", "{甲: 乙", "|", "- 甲", "&a *a"]),
)
heads = st.lists(st.tuples(st.sampled_from(KEYS), values), max_size=6).map(
    lambda pairs: "\n".join(f"{key}: {value}" for key, value in pairs)
)
BAR = re.compile(
    r'<svg class="bar__line" aria-hidden="true" width="100%" height="8">'
    r'<rect width="[0-9.]{1,5}%" height="100%"></rect></svg>'
)
COLUMN = column_of()
CONVERTER = Converter()


@relaxed
@given(st.binary(max_size=200))
def test_any_bytes_give_a_record_or_findings(data):
    result = read_record("news/a.md", data, COLUMN, CONVERTER)
    assert result.findings or result.record
    assert "unreadable" not in {found.rule for found in result.findings}


@relaxed
@given(heads, bodies)
def test_any_head_and_body_give_a_record_or_findings(head, body):
    source = f"---\n{head}\n---\n\n{body}".encode("utf-8", "surrogatepass")
    result = read_record("news/a.md", source, COLUMN, CONVERTER)
    assert result.findings or result.record
    assert "unreadable" not in {found.rule for found in result.findings}
    for found in result.findings:
        assert found.path == "news/a.md"
        assert found.message
        assert found.line is None or 1 <= found.line <= source.count(b"\n") + 2


@relaxed
@given(bodies)
def test_no_word_of_a_body_gets_lost_in_silence(body):
    converted = CONVERTER.convert(body)
    if converted.forbidden or any(note.rule != "markup-left-over" for note in converted.notes):
        return
    assert [*lost_words(body, converted.html)] == []


@relaxed
@given(bodies)
def test_what_leaves_the_converter_is_clean(body):
    # Bars of a figure are drawn behind the cleaner, by numbers alone.
    html = BAR.sub("", CONVERTER.convert(body).html)
    # Only layout, behind the cleaner, gives lists a role.
    assert {*forbidden_markup(html)} <= {"role="}
    assert clean_html(clean_html(html)) == clean_html(html)

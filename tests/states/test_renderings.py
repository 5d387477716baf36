"""Findings as text, as JSON, and as the workflow commands of GitHub.

GitHub reads a command as `::name key=value,key=value::message`. It ends at the line, `,` and `:`
delimit its properties, and `%` begins an escape: https://docs.github.com/actions/reference.
"""

import json

import pytest

from tests.states.moment_site import (
    Finding,
    One,
    Severity,
    as_annotations,
    as_json,
    as_text,
    summary_line,
)

PLAIN = Finding("body", Severity.ERROR, "news/a.md", "正文是空的", "在稿头下面写正文", 8, 1)
ODD = Finding(
    "odd:rule,100%\r\n",
    Severity.WARNING,
    "news/50%,a:b\r\n.md",
    "一行，共 100%: 甲, 乙\r\n二行 %0A",
    "写成 50%\r\n三行",
    3,
    7,
)


def test_a_finding_as_an_annotation():
    assert as_annotations([PLAIN]) == (
        "::error file=news/a.md,line=8,col=1,title=body::正文是空的 → 在稿头下面写正文"
    )


UNSEEN = Finding("value", Severity.ERROR, "a.md", "“甲\u200b\u00a0乙”　有\x07", "写\u202e成")


def test_what_a_reader_cannot_see_has_its_code_in_every_rendering():
    message, hint = "“甲〔U+200B〕〔U+00A0〕乙”　有〔U+0007〕", "写〔U+202E〕成"
    assert as_text([UNSEEN]) == f"a.md:1:1: 错误 value {message} → {hint}"
    assert as_annotations([UNSEEN]).endswith(f"::{message} → {hint}")
    (found,) = json.loads(as_json([UNSEEN]))
    assert (found["message"], found["hint"]) == (message, hint)


def test_an_annotation_without_a_hint():
    found = Finding("body", Severity.ERROR, "news/a.md", "正文是空的")
    assert as_annotations([found]) == "::error file=news/a.md,line=1,col=1,title=body::正文是空的"


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_the_command_of_each_severity(severity, command):
    found = Finding("r", severity, "a.md", "文")
    assert as_annotations([found]) == f"::{command} file=a.md,line=1,col=1,title=r::文"


def test_every_delimiter_is_escaped():
    """In a property `%`, CR, LF, `:` and `,`; in the message the first three alone."""
    assert as_annotations([ODD], "con%t:e,nt/") == (
        "::warning file=con%25t%3Ae%2Cnt/news/50%25%2Ca%3Ab%0D%0A.md,line=3,col=7,"
        "title=odd%3Arule%2C100%25%0D%0A"
        "::一行，共 100%25: 甲, 乙%0D%0A二行 %250A → 写成 50%25%0D%0A三行"
    )


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("%", "%25"),
        ("\r", "%0D"),
        ("\n", "%0A"),
        ("%0A", "%250A"),
        ("%25", "%2525"),
        ("%3A", "%253A"),
    ],
)
def test_an_escape_of_a_message_is_made_once(written, escaped):
    """GitHub undoes one escape: what was written comes out."""
    found = Finding("r", Severity.ERROR, "a.md", f"甲{written}乙", f"丙{written}丁")
    assert as_annotations([found]) == (
        f"::error file=a.md,line=1,col=1,title=r::甲{escaped}乙 → 丙{escaped}丁"
    )
    in_name = Finding("r", Severity.ERROR, f"甲{written}乙.md", "文")
    assert as_annotations([in_name]) == (f"::error file=甲{escaped}乙.md,line=1,col=1,title=r::文")


@pytest.mark.parametrize(("written", "escaped"), [(":", "%3A"), (",", "%2C")])
def test_a_delimiter_is_escaped_in_properties_alone(written, escaped):
    found = Finding(f"r{written}s", Severity.ERROR, f"甲{written}乙.md", f"丙{written}丁")
    assert as_annotations([found]) == (
        f"::error file=甲{escaped}乙.md,line=1,col=1,title=r{escaped}s::丙{written}丁"
    )


def test_a_finding_as_text():
    assert as_text([PLAIN], "content/") == (
        "content/news/a.md:8:1: 错误 body 正文是空的 → 在稿头下面写正文"
    )
    bare = Finding("body", Severity.WARNING, "news/a.md", "正文是空的")
    assert as_text([bare]) == "news/a.md:1:1: 提醒 body 正文是空的"
    assert as_text([]) == ""


def test_a_finding_as_json():
    assert json.loads(as_json([ODD])) == [
        {
            "rule": "odd:rule,100%\r\n",
            "severity": "warning",
            "path": "news/50%,a:b\r\n.md",
            "message": "一行，共 100%: 甲, 乙\r\n二行 %0A",
            "hint": "写成 50%\r\n三行",
            "line": 3,
            "column": 7,
            "cause": "",
        }
    ]
    assert as_json([PLAIN], "content/").count('"path": "content/news/a.md"') == 1
    assert "正文是空的" in as_json([PLAIN])
    assert as_json([]) == "[]"


def test_findings_stand_once_and_in_the_order_of_files():
    first = Finding("b", Severity.WARNING, "a.md", "一", line=2)
    second = Finding("a", Severity.INFO, "a.md", "二", line=10)
    same = Finding("a", Severity.ERROR, "a.md", "三", line=10)
    other = Finding("a", Severity.ERROR, "b.md", "四")
    found = [other, second, first, same, first]
    assert [line[-1] for line in as_text(found).split("\n")] == ["一", "三", "二", "四"]
    assert [line[-1] for line in as_annotations(found).split("\n")] == ["一", "三", "二", "四"]
    assert [each["message"] for each in json.loads(as_json(found))] == ["一", "三", "二", "四"]


@pytest.mark.parametrize(
    ("severities", "line"),
    [
        ([], "没有发现问题。"),
        ([Severity.ERROR], "共 1 处问题：错误 1。"),
        ([Severity.INFO, Severity.INFO], "共 2 处问题：提示 2。"),
        (
            [Severity.WARNING, Severity.INFO, Severity.ERROR, Severity.WARNING],
            "共 4 处问题：错误 1，提醒 2，提示 1。",
        ),
    ],
)
def test_the_closing_line(severities, line):
    found = [Finding("r", severity, f"{n}.md", "文") for n, severity in enumerate(severities)]
    assert summary_line([*found, *found]) == line


def test_the_finding_of_a_record_as_an_annotation():
    """What an editor writes with delimiters comes through in one line."""
    one = One("news", "2026-03-10 09:00", {"相关稿件": "news/a%b"})
    lines = as_annotations(one.site.findings, "content/").split("\n")
    assert lines == [
        "::error file=content/news/ben.md,line=8,col=7,title=reference"
        "::相关稿件：没有稿件“news/a%25b” → 写成 栏目/网址名"
    ]

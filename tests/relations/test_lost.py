"""What is said of an address that was published and is no more, and the line that would mend it."""

from datetime import datetime

import pytest

from plugins.build.prepare import prepare
from plugins.clock import CHINA
from plugins.findings import Severity
from tests.content_folder import TINY, make_content, record

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)
OLD = "dongtai/2026/saojie.html"
MESSAGE = f"网址“{OLD}”发布过，现在打不开了"
WITHDRAWN = f"在 redirects.yml 加一行“{OLD}: {{撤下: 日期, 原因: 为什么撤下}}”"


def lost(tmp_path, files, ledger=(OLD,)):
    """The findings about the ledger; every address of the tiny bureau is in it."""
    known = [
        output.path
        for output in prepare(make_content(tmp_path / "known"), NOW, assets={}).planned
        if output.path.endswith(".html") or output.path.startswith("files/")
    ]
    text = "\n".join([*ledger, *known]) + "\n"
    content = make_content(tmp_path / "now", {**files, ".ledger": text})
    return [each for each in prepare(content, NOW, assets={}).findings if "ledger" in each.path]


def test_nothing_is_lost_of_what_is_there(tmp_path):
    assert lost(tmp_path, {}, ledger=()) == []


def test_it_stands_at_its_line_and_stops_a_publish(tmp_path):
    (found,) = lost(tmp_path, {}, ("dongtai/index.html", OLD))
    assert (found.rule, found.severity, found.path) == (
        "address-lost",
        Severity.ERROR,
        ".ledger",
    )
    assert (found.line, found.column) == (2, 1)
    assert found.message == MESSAGE


def test_where_nothing_is_near(tmp_path):
    (found,) = lost(tmp_path, {})
    assert found.hint == (
        f"移走了的，在 redirects.yml 加一行“{OLD}: 现在的网址”；撤下的，{WITHDRAWN}"
    )


@pytest.mark.parametrize("path", ["dongtai/saojie-2.md", "huodong/saojie.md"])
def test_a_new_record_of_a_similar_name_or_of_the_same_one_elsewhere(tmp_path, path):
    text = record("扫街")
    if path.startswith("huodong"):
        text = (TINY / "huodong/saodi.md").read_text().replace("标题: ", "标题: 又")
    (found,) = lost(tmp_path, {path: text})
    assert found.message == MESSAGE
    assert found.hint == f"移到了 {path} 的，在那里加一行“旧网址: {OLD}”；撤下的，{WITHDRAWN}"


def test_a_record_that_became_a_draft(tmp_path):
    (found,) = lost(tmp_path, {"dongtai/saojie.md": record("扫街", 状态="草稿")})
    assert found.message == f"{MESSAGE}：dongtai/saojie.md 改成了草稿"
    assert found.hint == f"把那篇稿件改回来；要撤下的，{WITHDRAWN}"


def test_a_record_whose_time_was_put_off(tmp_path):
    files = {"dongtai/saojie.md": record("扫街", published="2026-12-01 09:00")}
    (found,) = lost(tmp_path, files)
    assert found.message == f"{MESSAGE}：dongtai/saojie.md 改了发布日期，时间还没有到"
    assert found.hint == f"把那篇稿件改回来；要撤下的，{WITHDRAWN}"


def test_a_record_with_an_error_is_its_cause(tmp_path):
    (found,) = lost(tmp_path, {"dongtai/saojie.md": record("扫街", 复核日期="不知道")})
    assert found.message == f"{MESSAGE}：dongtai/saojie.md 有错误，没有放上网站"
    assert (found.hint, found.cause) == ("先改正那篇稿件的错误", "dongtai/saojie.md")


def test_a_file_leads_to_one_that_is_new(tmp_path):
    old = "files/biao.csv"
    (found,) = lost(tmp_path, {"files/biao-2.csv": "甲,乙\n1,2\n"}, (old,))
    assert found.message == f"网址“{old}”发布过，现在打不开了"
    assert found.hint == (
        f"移走了的，在 redirects.yml 加一行“{old}: files/biao-2.csv”；"
        f"撤下的，在 redirects.yml 加一行“{old}: {{撤下: 日期, 原因: 为什么撤下}}”"
    )


@pytest.mark.parametrize(
    "line", [f"{OLD}: dongtai/riji-7\n", f"{OLD}: {{撤下: 2026-11-20, 原因: 写错了}}\n"]
)
def test_a_redirect_or_a_notice_is_enough(tmp_path, line):
    assert lost(tmp_path, {"redirects.yml": line}) == []


def test_a_record_may_say_that_it_stood_there(tmp_path):
    assert lost(tmp_path, {"dongtai/xin.md": record("新", 旧网址=OLD)}) == []

"""`make check PAGES=1` tells what is wrong with the built pages, and fails when it is an error."""

import json
import re
import shutil
from functools import partial

import pytest

from plugins.commands import pages
from plugins.crawl import Answer
from tests.crawl.conftest import built  # noqa: F401

ARTICLE = "dongtai/2026/xin.html"


@pytest.fixture
def run(built, tmp_path, monkeypatch, capsys):  # noqa: F811
    """Look at a copy of the small site after edits of one page: the exit code and what is said."""
    content, site = built
    shutil.copytree(site, tmp_path / "output")
    monkeypatch.chdir(tmp_path)

    def run(edits, *options, content=content):
        file = tmp_path / "output" / ARTICLE
        text = file.read_text(encoding="utf-8")
        for old, new in edits.items():
            assert old in text
            text = text.replace(old, new, 1)
        file.write_text(text, encoding="utf-8")
        places = ("-o", str(tmp_path / "output"), "--cache", str(tmp_path / "cache"))
        code = pages.main([str(content), *places, *options])
        said = capsys.readouterr()
        return code, said.out.splitlines(), said.err

    return run


def test_pages_of_columns_that_have_items_and_no_records_are_looked_at(run, tmp_path):
    file = tmp_path / "output/shixiang/index.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'<meta name="ColumnType"[^>]*>', "", text), encoding="utf-8")
    code, said, _ = run({})
    assert code == 1
    assert any("网页没有 ColumnType 标签" in line for line in said)


def test_nothing_is_wrong(run):
    assert run({}) == (0, ["网页检查：没有发现问题。"], "")


def test_an_error_fails_and_is_named_with_its_place(run):
    code, lines, _ = run({">说明</a>": "></a>"})
    assert (code, lines[0], lines[-1]) == (
        1,
        "生成的网页（output/）：",
        "网页检查：共 1 处问题：错误 1。",
    )
    assert lines[1].startswith(f"{ARTICLE}:")
    assert "错误 page-link-text 链接 <a href=" in lines[1]


def test_a_warning_does_not_fail(run):
    code, lines, _ = run({">说明</a>": ">这里</a>"})
    assert (code, lines[-1]) == (0, "网页检查：共 1 处问题：提醒 1。")


def test_what_every_page_has_is_one_line_unless_all_are_asked_for(run, tmp_path):
    for file in (tmp_path / "output").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("3399990001", "3399990002"), encoding="utf-8")
    code, lines, _ = run({})
    assert code == 1
    assert "另有" in lines[1] and lines[-2] == "逐处列出：make check PAGES=1 ALL=1"
    assert len(run({}, "--all")[1]) > 50


@pytest.mark.parametrize("form", ["json", "github", "sarif", "junit"])
def test_for_programs(run, form):
    code, lines, _ = run({">说明</a>": "></a>"}, "--format", form)
    told = "\n".join(lines)
    assert code == 1 and "page-link-text" in told and f"output/{ARTICLE}" in told
    if form == "json":
        assert [each["rule"] for each in json.loads(told)] == ["page-link-text"]


def test_a_site_that_was_not_built(run, tmp_path):
    shutil.rmtree(tmp_path / "output")
    (tmp_path / "output" / ARTICLE).parent.mkdir(parents=True)
    (tmp_path / "output" / ARTICLE).write_text("", encoding="utf-8")
    code, lines, said = run({})
    assert (code, lines) == (2, [])
    assert said == f"{tmp_path / 'output'} 里没有生成的网站。先运行：make site\n"


def test_a_bureau_that_cannot_be_read(run, built, tmp_path, capsys):  # noqa: F811
    empty = tmp_path / "empty"
    empty.mkdir()
    assert pages.main([str(empty), "-o", str(built[1])]) == 1
    assert "没有找到 bureau.yml" in capsys.readouterr().out


def test_a_preview_may_have_pages_for_editors(run, tmp_path):
    (tmp_path / "output/preview").mkdir()
    (tmp_path / "output/preview/findings.html").write_text("<p>甲", encoding="utf-8")
    link = '<a href="/preview/findings.html">全部问题</a>'
    assert run({"<p>正文。</p>": link})[0] == 0
    code, lines, _ = run({}, "--published")
    assert code == 1 and "/preview/findings.html”指到的网页或文件不存在" in lines[1]


def test_external_links_are_opened_when_asked_for(run, monkeypatch):
    asked = []

    def fetch_as(host):
        def fetch(address):
            asked.append(address)
            return Answer(404 if "news" in address else 200, address)

        return fetch

    monkeypatch.setattr(pages, "fetch_as", fetch_as)
    at_once = partial(pages.external, pause=lambda _seconds: None)
    monkeypatch.setattr(pages, "external", at_once)
    code, lines, said = run({}, "--external")
    assert code == 1
    assert "逐个打开" in said and "个外部链接，需要几分钟" in said
    assert "错误 external-dead 外部链接“https://news.example.org/1”打不开：回答 404" in lines[1]
    assert "https://www.zjzwfw.gov.cn/" in asked


def test_some_rules_alone(run):
    assert run({">说明</a>": "></a>"}, "--only", "page-title")[:2] == (
        0,
        ["网页检查：没有发现问题。"],
    )


def test_a_rule_that_there_is_not(run):
    code, _, err = run({}, "--only", "page-titel")
    assert (code, err) == (2, "没有“page-titel”这条规则 → 是不是“page-title”？\n")


def test_what_the_office_has_accepted_fails_nothing(run, built, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795395600")
    content = shutil.copytree(built[0], tmp_path / "content")
    accepted = f"""accepted:
  - rule: page-link-text
    path: {ARTICLE}
    reason: 下周换掉
    until: 2026-12-31
"""
    with (content / "bureau.yml").open("a", encoding="utf-8") as file:
        file.write(accepted)
    code, lines, _ = run({">说明</a>": "></a>"}, content=content)
    assert (code, lines[-1]) == (0, "网页检查：共 1 处问题：提示 1。")
    assert "已接受到 2026-12-31（下周换掉）：链接 <a href=" in lines[1]

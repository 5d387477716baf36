"""Pages at old addresses: that they lead on, say what was withdrawn, and come and go."""

from __future__ import annotations

import pytest

from plugins.bureau import load_bureau, load_columns
from plugins.crawl import Options, crawl
from plugins.records.kinds import KINDS
from tests.build.built import build, pages
from tests.content_folder import TINY, make_content, record

BUREAU = (TINY / "bureau.yml").read_text(encoding="utf-8")
OFFERED = BUREAU + "\ntraditional:\n  offered: 是\n"
OLD, NEW = "dongtai/2026/jiu.html", "dongtai/2026/xin.html"
REDIRECTS = """\
wenda/lao.html: wenda
files/jiu.csv: files/xuncha.csv
dongtai/2025/che.html:
  撤下: 2026-11-20
  原因: 事项已移交县农业农村局办理
  标题: 犬只检疫
  去向: dongtai/xin
dongtai/2025/wu.html: {撤下: 2026-11-20, 原因: 内容已经过时。}
"""


@pytest.fixture
def folder(tmp_path):
    files = {
        "bureau.yml": OFFERED,
        "dongtai/xin.md": record("换证", 旧网址="dongtai/jiu、/dongtai/2024/geng-jiu.html"),
        "redirects.yml": REDIRECTS,
    }
    make_content(tmp_path, files)
    build(tmp_path / "content", tmp_path)
    return tmp_path


def built(folder, path):
    return pages(folder)[path].decode()


def test_an_old_address_leads_on_without_a_script(folder):
    page = built(folder, OLD)
    assert f'<meta http-equiv="refresh" content="0; url=/{NEW}">' in page
    assert f'<link rel="canonical" href="https://a.example/{NEW}">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "页面已经移到新的网址</h1>" in page
    assert (
        f'<p>正在打开<a href="/{NEW}">换证</a>。没有自动打开的，请点这个链接；'
        "收藏或引用的，请改用新的网址。</p>"
    ) in page
    assert f'content="0; url=/{NEW}"' in built(folder, "dongtai/2024/geng-jiu.html")


def test_its_twin_leads_to_the_twin(folder):
    page = built(folder, f"zh-hant/{OLD}")
    assert f'<meta http-equiv="refresh" content="0; url=/zh-hant/{NEW}">' in page
    assert f'<link rel="canonical" href="https://a.example/zh-hant/{NEW}">' in page
    assert f'正在打開<a href="/zh-hant/{NEW}">換證</a>' in page


def test_a_column_and_a_file_may_have_moved(folder):
    column, file = built(folder, "wenda/lao.html"), built(folder, "files/jiu.csv/index.html")
    assert 'content="0; url=/wenda/"' in column and '正在打开<a href="/wenda/">' in column
    assert 'content="0; url=/files/xuncha.csv"' in file and ">xuncha.csv</a>" in file
    twin = built(folder, "zh-hant/files/jiu.csv/index.html")
    assert 'content="0; url=/files/xuncha.csv"' in twin


def test_what_was_withdrawn_says_when_why_and_where_to_go(folder):
    page = built(folder, "dongtai/2025/che.html")
    assert "这个页面已经撤下</h1>" in page and 'http-equiv="refresh"' not in page
    assert "<p>“犬只检疫”已于2026年11月20日撤下。原因：事项已移交县农业农村局办理。</p>" in page
    assert f'<p>现在请看<a href="/{NEW}">换证</a>。</p>' in page
    assert '<meta name="robots" content="noindex">' in page
    other = built(folder, "dongtai/2025/wu.html")
    assert "<p>原来在这个网址的内容已于2026年11月20日撤下。原因：内容已经过时。</p>" in other
    assert "现在请看" not in other
    assert "要查阅原来的内容，或者有疑问，请打" in other


def test_they_are_in_no_list(folder):
    for path, data in pages(folder).items():
        if path.endswith((".xml", ".json", ".csv")):
            assert b"jiu" not in data and b"che.html" not in data, path


def test_they_go_with_the_line_and_their_file_may_come_back(folder, tmp_path_factory):
    (folder / "content/redirects.yml").unlink()
    (folder / "content/files/jiu.csv").write_text("街道,次数\n", encoding="utf-8")
    build(folder / "content", folder)
    assert (folder / "output/files/jiu.csv").is_file()
    assert "wenda/lao.html" not in pages(folder)
    (folder / "content/files/jiu.csv").unlink()
    (folder / "content/redirects.yml").write_text(REDIRECTS, encoding="utf-8")
    build(folder / "content", folder)
    clean = tmp_path_factory.mktemp("clean")
    build(folder / "content", clean)
    assert pages(folder) == pages(clean)


def test_a_living_page_stays_where_an_old_address_is_claimed(folder):
    text = record("换证", 旧网址="zhengce/2026/jiemian-banfa.html")
    (folder / "content/dongtai/xin.md").write_text(text, encoding="utf-8")
    build(folder / "content", folder)
    assert "refresh" not in built(folder, "zhengce/2026/jiemian-banfa.html")
    assert OLD not in pages(folder)


def test_an_inspection_finds_nothing_wrong_with_them(folder):
    content = folder / "content"
    bureau, _ = load_bureau(content)
    columns, _ = load_columns(content, bureau, KINDS)
    options = Options(address="https://a.example/", is_preview=True)
    found = crawl(folder / "output", bureau, columns, options)
    old = ("jiu", "lao.html", "che.html", "wu.html")
    assert [each for each in found if any(name in each.path for name in old)] == []

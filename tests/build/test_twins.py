"""Pages in traditional characters are made with their pages, and go with them."""

from __future__ import annotations

import json

import pytest

from tests.build.built import build, pages
from tests.content_folder import TINY, make_content, record

BUREAU = (TINY / "bureau.yml").read_text(encoding="utf-8")
OFFERED = BUREAU + "\ntraditional:\n  offered: 是\n  words:\n    青禾: 青禾\n"


@pytest.fixture
def folder(tmp_path):
    make_content(
        tmp_path, {"bureau.yml": OFFERED, "dongtai/a.md": record("发证", "晾**干**后发证")}
    )
    return tmp_path


def test_there_is_none_unless_the_bureau_wants_it(tmp_path):
    build(make_content(tmp_path), tmp_path)
    assert not [path for path in pages(tmp_path) if "hant" in path or "variants" in path]
    assert "zh-hant" not in pages(tmp_path)["index.html"].decode()
    assert "zh-hant" not in pages(tmp_path)["sitemap.xml"].decode()


def test_every_page_and_no_other_file_is_there_in_both(folder):
    build(folder / "content", folder)
    built = pages(folder)
    html = {path for path in built if path.endswith(".html") and not path.startswith("zh-hant/")}
    scripts = {path for path in built if path.endswith(".js") and ".hant." not in path}
    hant = {path for path in built if path.endswith(".hant.js")}
    assert hant == {path.replace(".js", ".hant.js") for path in scripts}
    assert all(f"/{path}" in built["zh-hant/search.html"].decode() for path in hant)
    twins = {path.removeprefix("zh-hant/") for path in built if path.startswith("zh-hant/")}
    assert twins == html - {"404.html", "preview/findings.html"} | {"data/search.json"}


def test_the_page_in_both(folder):
    build(folder / "content", folder)
    simplified = pages(folder)["dongtai/2026/a.html"].decode()
    page = pages(folder)["zh-hant/dongtai/2026/a.html"].decode()
    assert '<html lang="zh-CN">' in simplified
    assert '<html lang="zh-Hant">' in page
    assert "<p>晾<strong>乾</strong>後發證</p>" in page
    alternates = (
        '<link rel="alternate" hreflang="zh-Hans" href="https://a.example/dongtai/2026/a.html">\n'
        '<link rel="alternate" hreflang="zh-Hant"'
        ' href="https://a.example/zh-hant/dongtai/2026/a.html">\n'
        '<link rel="alternate" hreflang="x-default" href="https://a.example/dongtai/2026/a.html">'
    )
    assert alternates in simplified
    assert alternates in page
    assert '<link rel="canonical" href="https://a.example/zh-hant/dongtai/2026/a.html">' in page
    choice = (
        '<a class="languages__choice" lang="zh-{}" hreflang="zh-{}"'
        ' href="/{}dongtai/2026/a.html"{}>{}</a>'
    )
    now = ' aria-current="true"'
    assert choice.format("Hans", "Hans", "", now, "简体") in simplified
    assert choice.format("Hant", "Hant", "zh-hant/", "", "繁體") in simplified
    assert choice.format("Hans", "Hans", "", "", "简体") in page
    assert choice.format("Hant", "Hant", "zh-hant/", now, "繁體") in page


def test_both_are_on_the_map(folder):
    build(folder / "content", folder)
    sitemap = pages(folder)["sitemap.xml"].decode()
    for path in ("", "zh-hant/", "dongtai/2026/a.html", "zh-hant/dongtai/2026/a.html"):
        assert f"<loc>https://a.example/{path}</loc>" in sitemap
    assert "leaving" not in sitemap
    assert "Disallow: /zh-hant/leaving/" in pages(folder)["robots.txt"].decode()


def test_data_is_there_once_and_simplified(folder):
    build(folder / "content", folder)
    feed = json.loads(pages(folder)["feeds/dongtai.json"])
    assert "发证" in [item["title"] for item in feed["items"]]
    index = json.loads(pages(folder)["zh-hant/data/search.json"])
    assert [e["u"] for e in index if e["t"] == "發證"] == ["dongtai/2026/a.html"]


def test_an_edit_writes_the_page_in_both(folder):
    build(folder / "content", folder)
    file = folder / "content/dongtai/a.md"
    file.write_text(file.read_text().replace("晾", "擦"), encoding="utf-8")
    result = build(folder / "content", folder)
    page = "dongtai/2026/a.html"
    assert {page, f"zh-hant/{page}"} <= {*result.files}
    assert "擦<strong>乾</strong>後" in pages(folder)[f"zh-hant/{page}"].decode()


def test_a_deleted_record_takes_both_with_it(folder):
    build(folder / "content", folder)
    (folder / "content/dongtai/a.md").unlink()
    result = build(folder / "content", folder)
    page = "dongtai/2026/a.html"
    assert {page, f"zh-hant/{page}"} <= result.removed
    assert not {page, f"zh-hant/{page}"} & pages(folder).keys()


def test_one_that_was_changed_by_hand_is_made_again(folder):
    build(folder / "content", folder)
    before = pages(folder)
    for path in ("zh-hant/index.html", "data/variants.json"):
        (folder / "output" / path).write_text("x")
    (folder / "output/zh-hant/search.html").unlink()
    result = build(folder / "content", folder)
    assert pages(folder) == before
    assert {*result.rendered} == {"index.html", "data/search.json", "search.html"}


def test_all_go_when_the_bureau_wants_none_any_more(folder):
    build(folder / "content", folder)
    (folder / "content/bureau.yml").write_text(BUREAU, encoding="utf-8")
    build(folder / "content", folder)
    assert not [path for path in pages(folder) if "hant" in path or "variants" in path]


def test_an_incremental_build_gives_what_a_clean_one_does(folder, tmp_path_factory):
    build(folder / "content", folder)
    (folder / "content/dongtai/b.md").write_text(record("里程", "在这里"), encoding="utf-8")
    build(folder / "content", folder, workers=2)
    (folder / "content/bureau.yml").write_text(OFFERED.replace("青禾: 青禾", "里程: 裏程"))
    build(folder / "content", folder)
    clean = tmp_path_factory.mktemp("clean")
    build(folder / "content", clean)
    assert pages(folder) == pages(clean)
    assert "裏程" in pages(folder)["zh-hant/dongtai/2026/b.html"].decode()

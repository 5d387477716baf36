"""Records in English: beside their original, on no list, found by the search."""

from __future__ import annotations

import json

import pytest

from plugins.build.prepare import prepare
from plugins.records.kinds import KINDS
from tests.build.built import NOW, build, pages
from tests.content_folder import TINY, make_content, record

BUREAU = (TINY / "bureau.yml").read_text(encoding="utf-8")
TRADITIONAL = BUREAU + "\ntraditional: {offered: 是}\nenglish: {words: {巡查日记: News}}\n"
ORIGINAL = "dongtai/2026/a.html"
ENGLISH = "en/dongtai/2026/a.html"


def translation(**fields):
    return record("A dog", "The text.", **{"语言": "en", "译自": "dongtai/a", **fields})


@pytest.fixture
def folder(tmp_path):
    files = {
        "bureau.yml": TRADITIONAL,
        "dongtai/a.md": record("一条狗"),
        "dongtai/b.md": record("一只猫"),
        "dongtai/a.en.md": translation(相关稿件="dongtai/b"),
    }
    make_content(tmp_path, files)
    build(tmp_path / "content", tmp_path)
    return tmp_path


def page(folder, path):
    return pages(folder)[path].decode()


def test_it_has_a_page_in_english(folder):
    html = page(folder, ENGLISH)
    assert '<html lang="en">' in html
    assert "<p>The text.</p>" in html
    assert "Skip to main content" in html
    assert "发布时间" not in html
    assert '<a class="languages__choice" lang="en" hreflang="en"' in html


def test_both_are_linked_in_both_ways(folder):
    alternates = "".join(
        f'<link rel="alternate" hreflang="{code}" href="https://a.example/{path}">\n'
        for code, path in [
            ("zh-Hans", ORIGINAL),
            ("zh-Hant", f"zh-hant/{ORIGINAL}"),
            ("en", ENGLISH),
            ("x-default", ORIGINAL),
        ]
    )
    for path in (ORIGINAL, f"zh-hant/{ORIGINAL}", ENGLISH):
        assert alternates in page(folder, path)
        assert f'hreflang="en" href="/{ENGLISH}"' in page(folder, path)
        assert f'hreflang="zh-Hans" href="/{ORIGINAL}"' in page(folder, path)


def test_it_is_on_the_english_page_and_on_no_list(folder):
    naming = [
        path
        for path, content in pages(folder).items()
        if b"A dog" in content and not path.startswith(ENGLISH[:-5])
    ]
    assert sorted(naming) == ["data/search.json", "en/index.html", "zh-hant/data/search.json"]
    assert '<html lang="en">' in page(folder, "en/index.html")
    assert ">News</h2>" in page(folder, "en/index.html")


def test_it_may_name_chinese_pages_which_do_not_name_it(folder):
    assert "一只猫" in page(folder, ENGLISH)
    assert '<h2 class="record-part__title" id="relation-1">Related pages</h2>' in page(
        folder, ENGLISH
    )
    assert "A dog" not in page(folder, "dongtai/2026/b.html")


def test_the_home_page_leads_to_the_pages_in_english(folder):
    link = 'hreflang="en" href="/en/">English</a>'
    assert link in page(folder, "index.html")
    assert link in page(folder, "zh-hant/index.html")


def test_the_search_finds_it_with_the_column_in_english(folder):
    for path, address in [
        ("data/search.json", ENGLISH),
        ("zh-hant/data/search.json", f"../{ENGLISH}"),
    ]:
        entry = next(e for e in json.loads(page(folder, path)) if e["t"] == "A dog")
        assert (entry["u"], entry["c"]) == (address, "News")


def test_it_is_on_the_map_and_not_in_traditional_characters(folder):
    sitemap = page(folder, "sitemap.xml")
    assert f"<loc>https://a.example/{ENGLISH}</loc>" in sitemap
    assert "<loc>https://a.example/en/</loc>" in sitemap
    assert not [path for path in pages(folder) if path.startswith("zh-hant/en")]


def test_all_of_it_goes_with_the_last_record(folder):
    (folder / "content/dongtai/a.en.md").unlink()
    build(folder / "content", folder)
    assert not [path for path in pages(folder) if path.startswith("en/")]
    assert 'hreflang="en"' not in page(folder, ORIGINAL)
    assert 'hreflang="en"' not in page(folder, "index.html")


def test_an_incremental_build_gives_what_a_clean_one_does(folder, tmp_path_factory):
    content = folder / "content"
    (content / "dongtai/a.en.md").write_text(translation(摘要="Dogs."), encoding="utf-8")
    build(content, folder)
    (content / "dongtai/a.md").write_text(record("两条狗", published="2026-03-02 09:00"))
    build(content, folder)
    clean = tmp_path_factory.mktemp("clean")
    build(content, clean)
    assert pages(folder) == pages(clean)


# What is wrong.


def findings(tmp_path, **files):
    named = {f"dongtai/{name}": text for name, text in files.items()}
    named = {path.replace("_", ".") + ".md": text for path, text in named.items()}
    found = prepare(make_content(tmp_path, named), NOW, {}).findings
    return [(f.rule, f.severity.value, f.message, f.hint) for f in found if f.path in named]


def test_a_translation_that_is_right(tmp_path):
    assert findings(tmp_path, a=record("狗"), a_en=translation()) == []


def test_one_without_its_original(tmp_path):
    ((rule, level, message, _),) = findings(tmp_path, a_en=translation())
    assert (rule, level) == ("reference", "error")
    assert "dongtai/a" in message


def test_one_that_names_no_original(tmp_path):
    text = record("A dog", 语言="en")
    message, hint = (
        "语言：英文稿件没有写明译自哪一篇",
        "写“译自: 栏目/网址名”，如 guides/quan-zheng",
    )
    assert findings(tmp_path, a_en=text) == [("translation", "error", message, hint)]


def test_one_that_does_not_say_its_language(tmp_path):
    found = findings(tmp_path, a=record("狗"), b=record("A dog", 译自="dongtai/a"))
    message, hint = "写了“译自”，没有写译文的语言", "译成英文的写“语言: en”"
    assert found == [("translation", "error", message, hint)]


def test_a_translation_of_a_translation(tmp_path):
    second = translation(译自="dongtai/a.en")
    found = findings(tmp_path, a=record("狗"), a_en=translation(), b_en=second)
    message = "“译自”指向的 dongtai/a.en 也是译文"
    assert found == [("translation", "error", message, "写中文原文的 栏目/网址名")]


def test_an_original_that_changed_since(tmp_path):
    changed = record("狗", 更新日期="2026-04-02 10:00")
    ((rule, level, message, hint),) = findings(tmp_path, a=changed, a_en=translation())
    assert (rule, level) == ("translation-outdated", "warning")
    assert message == ("译文可能过时：原文 dongtai/a.md 在 2026-04-02 改过，译文在那以前")
    assert hint == "对照原文改译文，再把译文的“更新日期”改成今天；不用改的，也改更新日期"


def test_a_statute_in_english():
    (rule,) = [r for r in KINDS["statute"].rules if r.name == "translation"]
    (problem,) = rule.check({"language": "en"})
    assert problem.message == "法规没有英文稿件：条文以中文为准"
    assert problem.hint == "译文作为附件，或另写一篇说明"
    assert [*rule.check({"language": "中文"})] == []

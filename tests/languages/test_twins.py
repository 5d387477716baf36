"""A page in traditional characters is made of the simplified one, and of nothing else."""

from __future__ import annotations

import json

import pytest

from plugins.bureau.languages import traditional_path
from plugins.languages.traditional import Traditional
from plugins.languages.twins import Place, TraditionalPages, traditional_search

RELATIVE = Place("https://a.example", "/", relative=True)
ABSOLUTE = Place("https://a.example/b", "/b/", relative=False)
OFFICE = Traditional({"余杭": "余杭"})


def relative(html, path="news/2026/a.html"):
    return TraditionalPages(RELATIVE, OFFICE).page(html, path)


def absolute(html, path="news/2026/a.html"):
    return TraditionalPages(ABSOLUTE, OFFICE).page(html, path)


@pytest.mark.parametrize(
    ("path", "traditional"),
    [
        ("index.html", "zh-hant/index.html"),
        ("news/2026/a.html", "zh-hant/news/2026/a.html"),
        ("data/search.json", "zh-hant/data/search.json"),
        ("data/news.json", ""),
        ("feeds/site.atom.xml", ""),
        ("assets/site.css", ""),
        ("assets/site.1a.js", "assets/site.1a.hant.js"),
        ("assets/site.1a.hant.js", ""),
        ("404.html", ""),
        ("preview/findings.html", ""),
        ("en/index.html", ""),
        ("zh-hant/index.html", ""),
    ],
)
def test_what_there_is_in_traditional_characters(path, traditional):
    assert traditional_path(path) == traditional


def test_the_language_of_the_page():
    assert relative('<html lang="zh-CN"><p lang="zh-CN">发</p>') == (
        '<html lang="zh-Hant"><p lang="zh-Hant">發</p>'
    )


@pytest.mark.parametrize(
    ("link", "moved"),
    [
        # Pages stay among the pages in traditional characters, files stay where they are.
        ("b.html", "b.html"),
        ("../../index.html", "../../index.html"),
        ("b.html?q=1#发", "b.html?q=1#发"),
        ("../../assets/site.css", "../../../assets/site.css"),
        ("../../assets/site.1a.js", "../../../assets/site.1a.hant.js"),
        ("../../feeds/site.atom.xml", "../../../feeds/site.atom.xml"),
        ("a.qr.svg", "../../../news/2026/a.qr.svg"),
        ("../../en/index.html", "../../../en/index.html"),
        ("../../preview/findings.html", "../../../preview/findings.html"),
        ("#发", "#发"),
        ("tel:12345", "tel:12345"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://b.example/x.html", "https://b.example/x.html"),
        ("https://a.example/news/", "https://a.example/zh-hant/news/"),
        ("https://a.example/files/a.pdf", "https://a.example/files/a.pdf"),
    ],
)
def test_relative_links(link, moved):
    assert relative(f'<a href="{link}"></a>') == f'<a href="{moved}"></a>'


@pytest.mark.parametrize(
    ("link", "moved"),
    [
        ("/b/", "/b/zh-hant/"),
        ("/b/news/", "/b/zh-hant/news/"),
        ("/b/news/b.html#c1", "/b/zh-hant/news/b.html#c1"),
        ("/b/assets/site.css", "/b/assets/site.css"),
        ("/b/assets/site.1a.js", "/b/assets/site.1a.hant.js"),
        ("/b/en/", "/b/en/"),
        ("https://a.example/b/", "https://a.example/b/zh-hant/"),
        ("https://a.example/c/", "https://a.example/c/"),
        ("#x", "#x"),
    ],
)
def test_absolute_links(link, moved):
    assert absolute(f'<a href="{link}"></a>') == f'<a href="{moved}"></a>'


@pytest.mark.parametrize(
    ("tag", "moved"),
    [
        (
            '<link rel="canonical" href="https://a.example/b/x.html">',
            '<link rel="canonical" href="https://a.example/b/zh-hant/x.html">',
        ),
        (
            '<link rel="alternate" hreflang="zh-Hans" href="https://a.example/b/x.html">',
            '<link rel="alternate" hreflang="zh-Hans" href="https://a.example/b/x.html">',
        ),
        (
            '<meta name="Url" content="https://a.example/b/x.html">',
            '<meta name="Url" content="https://a.example/b/zh-hant/x.html">',
        ),
        (
            '<script src="/b/assets/site.1a.js" integrity="sha384-x" defer></script>',
            '<script src="/b/assets/site.1a.hant.js" defer></script>',
        ),
        (
            '<meta property="og:locale" content="zh_CN">',
            '<meta property="og:locale" content="zh_HK">',
        ),
        ('<meta name="Description" content="发证">', '<meta name="Description" content="發證">'),
        ('<form action="/b/search.html">', '<form action="/b/zh-hant/search.html">'),
        ('<img src="/b/images/a.svg" alt="发">', '<img src="/b/images/a.svg" alt="發">'),
        (
            '<button data-copy="https://a.example/b/x.html">',
            '<button data-copy="https://a.example/b/zh-hant/x.html">',
        ),
        (
            '<form data-index="/b/data/search.json" data-root="/b/">',
            '<form data-index="/b/zh-hant/data/search.json" data-root="/b/zh-hant/">',
        ),
    ],
)
def test_addresses_in_other_attributes(tag, moved):
    assert absolute(tag) == moved


def test_the_choice_of_characters_leads_back():
    html = (
        '<a lang="zh-Hans" hreflang="zh-Hans" href="a.html" aria-current="true">简体</a>'
        '<a lang="zh-Hant" hreflang="zh-Hant" href="../../zh-hant/news/2026/a.html">繁體</a>'
    )
    assert relative(html) == (
        '<a lang="zh-Hans" hreflang="zh-Hans" href="../../../news/2026/a.html">简体</a>'
        '<a lang="zh-Hant" hreflang="zh-Hant" href="../../../zh-hant/news/2026/a.html"'
        ' aria-current="true">繁體</a>'
    )


def test_structured_data_is_changed_inside_its_strings():
    data = {
        "@type": "Article",
        "headline": "发“</script>”",
        "inLanguage": "zh-CN",
        "url": "https://a.example/b/x.html",
        "logo": "https://a.example/b/images/a.svg",
        "list": [{"name": "这里"}],
        "position": 1,
    }
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    html = absolute(f'<script type="application/ld+json">{text}</script><script>发</script>')
    assert html.endswith("</script><script>发</script>")
    assert html.count("</script>") == 2
    document = json.loads(html.split(">", 1)[1].split("</script>")[0])
    assert document == {
        **data,
        "headline": "發“</script>”",
        "inLanguage": "zh-Hant",
        "url": "https://a.example/b/zh-hant/x.html",
        "list": [{"name": "這裡"}],
    }


def test_the_search_index_in_traditional_characters():
    entries = [
        {
            "t": "发证",
            "c": "余杭",
            "d": "2026-01-01",
            "u": "news/a.html",
            "s": "a",
            "k": "",
            "x": "过期",
        },
        {"t": "Rules", "c": "English", "d": "2026-01-01", "u": "en/a.html", "s": "", "k": ""},
    ]
    index, variants = traditional_search(json.dumps(entries, ensure_ascii=False), OFFICE)
    first, second = json.loads(index)
    assert first == {**entries[0], "t": "發證", "c": "余杭", "x": "過期"}
    assert second == {**entries[1], "u": "../en/a.html"}
    assert json.loads(variants) == {"traditional": "發證過", "simplified": "发证过"}


def test_one_maker_makes_pages_of_all_folders():
    pages = TraditionalPages(RELATIVE, OFFICE)
    link = '<a href="../x.svg" title="发">发</a>'
    made = {path: pages.page(link, path) for path in ("a/b.html", "a/b/c.html", "a/c.html")}
    assert made == {path: TraditionalPages(RELATIVE, OFFICE).page(link, path) for path in made}
    assert made["a/b.html"] != made["a/b/c.html"]

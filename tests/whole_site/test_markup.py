"""Every page of the sample site: valid, tagged as the rules ask, with nothing inline or foreign."""

import re
from itertools import pairwise

import html5lib
import pytest

PUB_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d")
SITE = ["SiteName", "SiteDomain", "SiteIDCode"]
COLUMN = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"]
ARTICLE = ["ArticleTitle", "PubDate", "ContentSource"]
FOOTER = [
    "footer-mark",
    "footer-mistake",
    "footer-id-code",
    "footer-organiser",
    "footer-icp",
    "footer-police",
    "footer-sitemap",
]


def metas(page):
    return {tag["name"]: tag["content"] for tag in page.find_all("meta", attrs={"name": True})}


def test_every_page_parses_without_an_error(sample_site):
    wrong = []
    for file in sorted(sample_site.rglob("*.html")):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(file.read_bytes())
        wrong += [(file.name, error) for error in parser.errors]
    assert wrong == []


def test_no_id_stands_twice(pages):
    for path, page in pages.items():
        ids = [tag["id"] for tag in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), path


def test_one_first_heading_and_none_skipped(pages):
    for path, page in pages.items():
        levels = [int(tag.name[1]) for tag in page.find_all(re.compile(r"^h[1-6]$"))]
        assert levels.count(1) == 1, path
        for above, below in pairwise(levels):
            assert below <= above + 1, (path, levels)


def test_language_title_and_description(pages):
    titles = {}
    for path, page in pages.items():
        languages = {"zh-hant": "zh-Hant", "en": "en"}
        assert page.html["lang"] == languages.get(path.partition("/")[0], "zh-CN")
        assert page.title.string.strip()
        assert metas(page)["Description"].strip()
        titles.setdefault(page.title.string, []).append(path)
    repeated = {t: p for t, p in titles.items() if len(p) > 1 and "leaving/" not in p[0]}
    assert repeated == {}


class TestMetaTags:
    """国办发〔2017〕47号: three on every page, four more in a column, three more on a record."""

    def test_on_every_page(self, pages):
        for path, page in pages.items():
            found = metas(page)
            for name in SITE:
                assert found[name].strip(), path
                assert len(page.find_all("meta", attrs={"name": name})) == 1
            assert found["SiteDomain"] == "zhzf.yunting.gov.cn"
            assert re.fullmatch(r"bm\d{8}|\d{10}", found["SiteIDCode"])
            assert not any(value in {"", "null", "None"} for value in found.values()), path

    def test_on_lists_and_records(self, pages, kinds):
        for path, page in pages.items():
            found = metas(page)
            wanted = {"column": COLUMN, "calendar": COLUMN, "matters": COLUMN,
                      "record": COLUMN + ARTICLE}.get(kinds[path], [])  # fmt: skip
            for name in wanted:
                assert found.get(name, "").strip(), (path, name)

    def test_records_say_what_they_show(self, pages, kinds):
        for path, page in pages.items():
            if kinds[path] != "record":
                continue
            found = metas(page)
            assert found["ArticleTitle"] == page.h1.get_text(strip=True), path
            assert PUB_DATE.fullmatch(found["PubDate"]), path
            shown = page.find(attrs={"data-element": "published"}).get_text()
            assert found["PubDate"] in shown, path
            source = page.find(attrs={"data-element": "source"}).get_text()
            assert found["ContentSource"] in source, path
            assert found["Url"] == page.find("link", rel="canonical")["href"]


def test_the_seven_items_of_the_footer(pages):
    for path, page in pages.items():
        for name in FOOTER:
            assert page.footer.find(attrs={"data-element": name}), (path, name)
        code = metas(page)["SiteIDCode"]
        assert code in page.footer.find(attrs={"data-element": "footer-id-code"}).get_text()
        mistake = page.footer.find(attrs={"data-element": "footer-mistake"})
        link = mistake if mistake.name == "a" else mistake.find("a")
        assert f"site_code={code}" in link["href"]


def test_every_item_of_a_list_has_its_date(pages, kinds):
    """An item without a date counts as not updated (国办秘函〔2019〕19号)."""
    for path, page in pages.items():
        for item in page.find_all(attrs={"data-element": "list-item"}):
            date = item.find(attrs={"data-element": "list-date"})
            assert date and re.search(r"\d{4}-\d{2}-\d{2}", str(date)), (path, item.get_text()[:40])


class TestNothingInlineOrForeign:
    def test_no_inline_script_or_style(self, pages):
        for path, page in pages.items():
            for script in page.find_all("script"):
                assert script.get("src") or script["type"] == "application/ld+json", path
            assert not page.find_all("style"), path
            for tag in page.find_all(True):
                names = [name for name in tag.attrs if name == "style" or name.startswith("on")]
                assert names == [], (path, tag.name)

    def test_nothing_is_loaded_from_another_host(self, pages):
        for path, page in pages.items():
            loaded = [tag["src"] for tag in page.find_all(src=True)]
            loaded += [
                tag["href"]
                for tag in page.find_all("link", href=True)
                if not {"canonical", "alternate"} & set(tag["rel"])
            ]
            assert not [link for link in loaded if re.match(r"(?i)https?:|//", link)], path

    def test_the_policy_says_so(self, pages):
        for path, page in pages.items():
            policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
            assert "default-src 'none'" in policy or "default-src 'self'" in policy, path
            assert "unsafe" not in policy and "http" not in policy, path

    def test_style_sheets_load_nothing(self, sample_site):
        for file in sample_site.glob("assets/*.css"):
            assert not re.search(r"@import|url\((?!['\"]?data:)", file.read_text()), file.name


def test_every_image_has_words_and_a_size(pages):
    for path, page in pages.items():
        for image in page.find_all("img"):
            assert image.get("alt") is not None, (path, image["src"])
            assert image.get("width") and image.get("height"), (path, image["src"])


@pytest.mark.parametrize("code", ["bureau", "record.", "{{", "None</", "Undefined"])
def test_no_template_code_is_left_in_the_text(pages, code):
    if code in {"bureau", "record."}:
        code += "_"
    for path, page in pages.items():
        assert code not in page.body.get_text(), path

"""The sample in traditional characters and in English: nothing lost, nothing left behind."""

import re

from tests.whole_site.test_links import inside

HAN = re.compile(r"[一-鿿]")
# On a page in English these are no words of the page: names, and numbers that the state gave.
CHINESE_STILL = re.compile(
    r"简体|繁體|浙ICP备\d+号|浙公网安备\d+号|.{1,3}(干事|科长|主任|局长|工程师)|浙"
)


def words(page):
    """All that is read of a page, scripts left out."""
    strings = page.find_all(string=True)
    return "".join(text for text in strings if text.parent.name not in {"script", "style"})


def test_every_page_has_its_twin_of_the_same_length(pages):
    twins = [path for path in pages if path.startswith("zh-hant/")]
    assert len(twins) > 400
    for path in twins:
        before = words(pages[path.removeprefix("zh-hant/")])
        after = words(pages[path])
        assert len(after) == len(before), path
        unchanged = [(a, b) for a, b in zip(before, after, strict=True) if a.isascii() and a != b]
        assert unchanged == [], path


def test_no_page_links_out_of_traditional_characters_but_by_its_choice(pages):
    for path, page in pages.items():
        if not path.startswith("zh-hant/"):
            continue
        for link in page.find_all("a", href=True):
            target = inside(path, link["href"]) if "hreflang" not in link.attrs else None
            # The page of findings is for editors, and there once.
            if target and target[0].endswith(".html") and not target[0].startswith("preview/"):
                assert target[0].startswith("zh-hant/"), (path, link)


def test_every_language_is_named_by_all(pages):
    """Alternates are there both ways, as search engines want them."""
    alternates = {}
    for path, page in pages.items():
        links = page.find_all("link", attrs={"rel": "alternate", "hreflang": True})
        alternates[path] = {link["hreflang"]: inside(path, link["href"])[0] for link in links}
    for path, found in alternates.items():
        for code, target in found.items():
            assert alternates[target] == found, (path, code)
        if found:
            assert path in found.values()
            assert found["x-default"] == found["zh-Hans"]


def test_guides_tasks_and_two_pages_of_the_bureau_are_in_english(pages):
    english = {path for path in pages if path.startswith("en/")}
    guides = {
        path
        for path in pages
        if path.startswith(("guides/", "tasks/"))
        and pages[path].find(attrs={"data-element": "record"})
    }
    about = {"en/about/jigou-gaikuang.html", "en/about/lianxi-women.html"}
    assert english == {"en/index.html", *about, *(f"en/{path}" for path in guides)}
    assert len(guides) == 16


def test_pages_in_english_are_english(pages):
    for path, page in pages.items():
        if not path.startswith("en/"):
            continue
        for text in page.find_all(string=HAN):
            if text.find_parent(["script", "title"]) is None:
                # What stands on the buttons of another site is written as it stands there.
                named = text.find_parent(attrs={"data-element": "online-way"}) is not None
                assert named or CHINESE_STILL.fullmatch(text.strip()), (path, text)
                assert text.find_parent(lang=True)["lang"].startswith("zh"), (path, text)
        for element in page.body.find_all(True):
            chinese = [f"{k}={v}" for k, v in element.attrs.items() if HAN.search(str(v))]
            assert chinese == [], (path, chinese)
        assert not HAN.search(page.title.string), path

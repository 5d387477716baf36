"""What is hostile in a field, an enforcement item or a setting is shown as the words that it is.

Thousands of payloads, in everything that takes them; every page is opened in a browser, and every
other file read as its readers do.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from urllib.parse import quote
from xml.etree import ElementTree

import html5lib
import pytest
from icalendar import Calendar

from plugins.texts.html_cleaner import ATTRIBUTES, EVERYWHERE, TAGS
from plugins.views import findings
from tests.browser.conftest import ARGUMENTS, executable
from tests.browser.field_payloads import WORDS, Place, hostile
from tests.browser.listener import Listeners
from tests.browser.server import serve
from tests.build.built import build
from tests.content_folder import TINY

LINKS = ("http://", "https://", "mailto:", "tel:")
OWN = ("images/emblem.svg", "files/xuncha.csv")
NUMBER = re.compile("甲([0-9]+)甲")
# Elements with the names of their attributes, and the words, of a page that runs nothing.
READ = """([hostile, twin]) => {
    const read = (html) => new DOMParser().parseFromString(html, "text/html");
    const [page, other] = [read(hostile), read(twin)];
    const words = page.body.cloneNode(true);
    for (const one of words.querySelectorAll("script, style, template")) one.remove();
    // More is found in the hostile one.
    const box = "[data-element=record-findings], .findings, [data-element=preview-notice]";
    for (const side of [page, other]) for (const one of side.querySelectorAll(box)) one.remove();
    const bones = [page, other].map((side) => [...side.querySelectorAll(":not(wbr)")].map((one) =>
        [one.localName, ...[...one.attributes].map((found) => found.name)].join(" ")));
    const links = [...page.querySelectorAll("a[href], area, form, img[src], link[href]")]
        .map((one) => one.getAttribute("href") || one.getAttribute("src") || "");
    const spoken = [...page.querySelectorAll("[alt], [aria-label], [content]")].flatMap((one) =>
        ["alt", "aria-label", "content"].map((name) => one.getAttribute(name) || ""));
    return { bones, links,
             words: [words.textContent, page.title, ...spoken].join("\\n") };
}"""


# What results of a search are made of.
RESULTS = """() => {
    const list = document.querySelector("[data-element=search-results]");
    return { titles: [...list.querySelectorAll("a")].map((one) => one.textContent),
             elements: [...list.querySelectorAll("*")].map((one) => one.localName) };
}"""
RESULT_ELEMENTS = {"li", "a", "span", "p", "div", "time", "mark", "article", "h2", "h3", "i"}
OF_BUILD = {"class", "rel", "loading", "data-external", "data-element", "role", "tabindex"}
EVENT = {
    *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "LOCATION", "DESCRIPTION", "URL"),
}
# Values that no page shows as words, and why.
NOT_SHOWN = {
    "接受.规则": "the name of a rule",
    "接受.理由": "told where a finding is accepted",
    "接受.字句": "for comparison with findings",
    "无替代说明": "only for a policy that is repealed",
    "简称": "for finding citations",
    "常见问法": "for the search",
    "征求意见稿": "a file, or that the text is it",
    "起草说明": "a file, or that the text is it",
    "标语.语种": "chosen from languages",
    "标语.语言代码": "an attribute, which takes a code alone",
    "short_name": "in data for programs",
    "city": "in data for programs",
    "credit_code": "for comparison with that of penalties",
    "trusted_hosts": "for comparison with the host of a link",
}


def is_known(owner: str, name: str) -> bool:
    """Whether there is a reason why a value isn't shown."""
    if owner.startswith("penalty/withdrawn-"):
        return True  # the page says that it is withdrawn, and nothing else
    if name == "empty":
        return owner != "empty/_column.yml"
    if name == "摘要":
        return owner.startswith("slogan/")  # the wordings themselves are listed
    return name in NOT_SHOWN or name.endswith(".note")  # notes of platforms are for editors


def write(folder, files):
    for path in OWN:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes((TINY / path).read_bytes())
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def monkeypatch_module():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="module")
def site():
    return hostile()


@pytest.fixture(scope="module")
def folders(site, tmp_path_factory, monkeypatch_module):
    """The outputs of the hostile site and of its twin."""
    monkeypatch_module.setattr(findings, "MOST_FILES", 10_000)
    built = []
    refused = {path: text for path, text in site.files.items() if "/refused-" in path}
    for files in (site.files, {**site.twin, **refused}):
        folder = tmp_path_factory.mktemp("fields")
        build(write(folder / "content", files), folder)
        built.append(folder / "output")
    return built


@pytest.fixture(scope="module")
def pages(folders):
    return sorted(file.relative_to(folders[0]).as_posix() for file in folders[0].rglob("*.html"))


@pytest.fixture(scope="module")
def listeners(browser, folders):
    origins = serve(folders[0], kept=True)
    quick = browser.browser_type.launch(
        executable_path=executable(), args=[*ARGUMENTS, "--disable-threaded-compositing"]
    )
    listeners = Listeners(quick, next(origins))
    yield listeners
    listeners.close()
    quick.close()
    next(origins, None)


@pytest.fixture(scope="module")
def readings(browser, folders, pages):
    """Of each page what `READ` says of it."""
    context = browser.new_context()
    page = context.new_page()
    found = {}
    for path in pages:
        texts = [
            (folder / path).read_text("utf-8") for folder in folders if (folder / path).exists()
        ]
        found[path] = page.evaluate(READ, [texts[0], texts[-1]])
    context.close()
    return found


def test_every_record_that_takes_them_has_a_page(site, folders):
    records = [path.removesuffix(".md") for path in site.twin if path.endswith(".md")]
    names = [record.replace("/", "/2026/") for record in records]
    assert len(names) > 150
    assert [
        name
        for record, name in zip(records, names, strict=True)
        if not any((folders[0] / f"{page}.html").exists() for page in (record, name))
    ] == []


def test_no_page_does_anything(listeners, pages):
    harm = {}
    for path, (heard, looks) in zip(pages, listeners.open(pages), strict=True):
        found = [*heard, *(fault for fault in looks["faults"] if not fault.startswith("missing:"))]
        if found:
            harm[path] = found
    assert harm == {}


@pytest.mark.parametrize("variant", range(len(WORDS)))
def test_a_search_that_finds_them_shows_words(site, listeners, variant):
    number, place = next(
        (number, place)
        for number, place in site.accepted.items()
        if place.owner == f"news/p{variant}.md" and place.path == ("标题",)
    )
    heard, _ = next(listeners.open([f"search.html?q={quote(f'甲{number}甲')}"]))
    results = listeners.evaluate(RESULTS)
    assert (heard, results["titles"]) == ([], [place.value])
    assert set(results["elements"]) <= RESULT_ELEMENTS


def test_no_element_and_no_attribute_comes_of_a_value(readings):
    """Pages of one site alone are named by a value."""
    compared = {path: map(Counter, read["bones"]) for path, read in readings.items()}
    differences = {path: (found - twin, twin - found) for path, (found, twin) in compared.items()}
    assert {path: each for path, each in differences.items() if any(each)} == {}


def test_no_link_runs_anything(readings):
    assert [
        (path, link)
        for path, read in readings.items()
        for link in read["links"]
        if ":" in link.partition("/")[0] and not link.startswith(LINKS)
    ] == []


def test_what_was_typed_is_shown_as_it_was_typed(site, readings):
    words = "\n".join("\n".join([read["words"], *read["links"]]) for read in readings.values())
    shown = shown_in(site.accepted, words)
    missing = {
        (place.owner, ".".join(step for step in place.path if isinstance(step, str)))
        for number, place in site.accepted.items()
        if number not in shown
    }
    assert {(owner, name) for owner, name in missing if not is_known(owner, name)} == set()
    assert len(shown) > 3000


def test_what_is_refused_is_reported(site, readings):
    """Each file that is left out is named with its errors; values that it repeats are words."""
    words = readings["preview/findings.html"]["words"]
    left_out = {path for path in site.files if "/refused-" in path}
    assert len(left_out) > 150
    assert [path for path in left_out if path not in words] == []


def test_feeds_are_well_formed_and_hold_what_the_cleaner_lets_through(folders):
    for file in sorted(folders[0].glob("feeds/*.xml")):
        for element in ElementTree.fromstring(file.read_bytes()).iter():
            if element.get("type") == "html":
                assert_clean(element.text or "", file.name)
            link = element.get("href") or ""
            assert not link or link.startswith(LINKS)
    for file in sorted(folders[0].glob("feeds/*.json")):
        for item in json.loads(file.read_bytes())["items"]:
            assert_clean(item["content_html"], file.name)
            assert item["url"].startswith(LINKS)
    ElementTree.fromstring((folders[0] / "sitemap.xml").read_bytes())


def assert_clean(html: str, name: str) -> None:
    for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        allowed = EVERYWHERE | ATTRIBUTES.get(element.tag, set()) | OF_BUILD
        assert element.tag in TAGS, (name, element.tag)
        assert set(element.attrib) <= allowed, (name, element.tag, element.attrib)


def test_data_files_hold_words(site, folders):
    """Tables without formulas, JSON that is some, and calendars whose lines nothing adds to."""
    cells = 0
    for file in sorted(folders[0].glob("data/*.csv")):
        for row in csv.reader(io.StringIO(file.read_text("utf-8-sig"))):
            cells += sum("甲" in cell for cell in row)
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert cells > 100
    for file in sorted(folders[0].glob("data/*.json")):
        json.loads(file.read_bytes())
    names = {place.value for place in site.accepted.values() if place.owner.startswith("event/")}
    calendar = Calendar.from_ical((folders[0] / "event/all.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert len(events) == len(WORDS)
    assert {str(event["SUMMARY"]).removeprefix("【已取消】") for event in events} <= names
    assert {name for event in events for name in event} <= EVENT


def shown_in(places: dict[int, Place], words: str) -> set[int]:
    words = " ".join(words.split())
    found = set()
    for match in NUMBER.finditer(words):
        number = int(match[1])
        if number in places and number not in found:
            value = places[number].value
            start = match.start() - value.index(match[0])
            if words[start : start + len(value)] == value:
                found.add(number)
    return found

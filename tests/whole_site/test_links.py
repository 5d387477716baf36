"""Every internal link, anchor, file, feed and calendar of the sample site leads somewhere."""

import json
import posixpath
from urllib.parse import unquote, urldefrag, urlsplit
from xml.etree import ElementTree

from icalendar import Calendar

# 党政机关网站标识 is issued and shown by CONAC: a footer must lead there directly.
OFFICIAL = ("bszs.conac.cn",)
HOST = "https://zhzf.yunting.gov.cn/"
ATTRIBUTES = (
    ("a", "href"),
    ("link", "href"),
    ("img", "src"),
    ("script", "src"),
    ("form", "action"),
    ("form", "data-index"),
)


def addresses(page):
    for tag, attribute in ATTRIBUTES:
        for element in page.find_all(tag):
            value = element.get(attribute)
            if value is not None:
                yield value


def inside(path, link):
    """The path in the site and the fragment of an internal link, or None of any other."""
    target, fragment = urldefrag(link)
    if target.startswith(HOST):
        target = "/" + target.removeprefix(HOST)
    if urlsplit(target).scheme or target.startswith("//"):
        return None
    target = unquote(target)
    if target.startswith("/"):
        full = target.lstrip("/")
    else:
        full = (
            posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
        )
    if full.endswith("/") or full in {"", "."}:
        full = posixpath.join(full.rstrip("."), "index.html")
    return full, unquote(fragment)


def test_every_internal_link_and_anchor(pages, sample_site):
    files = {
        file.relative_to(sample_site).as_posix()
        for file in sample_site.rglob("*")
        if file.is_file()
    }
    ids = {path: {tag["id"] for tag in page.find_all(id=True)} for path, page in pages.items()}
    dead, checked = [], 0
    for path, page in pages.items():
        for link in addresses(page):
            target = inside(path, link)
            if target is None:
                continue
            checked += 1
            to, fragment = target
            if to not in files or (fragment and to in ids and fragment not in ids[to]):
                dead.append((path, link))
    assert dead == []
    assert checked > 10_000


def test_no_page_stands_alone(pages):
    """Every page is linked from another one, but for the 404 page and what has left the lists."""
    reached = {"index.html"}
    for path, page in pages.items():
        for link in addresses(page):
            target = inside(path, link)
            if target and target[0] != path:
                reached.add(target[0])
    over = {
        path for path, page in pages.items() if page.find(attrs={"data-element": "record-notice"})
    }
    assert sorted(set(pages) - reached - over) == ["404.html"]


def test_links_in_feeds(pages, sample_site):
    feeds = sorted(sample_site.glob("feeds/*.json"))
    assert len(feeds) == len(list(sample_site.glob("feeds/*.atom.xml"))) > 15
    for file in feeds:
        for item in json.loads(file.read_text(encoding="utf-8"))["items"]:
            assert inside("", item["url"])[0] in pages
            assert 'href="/' not in item["content_html"], item["url"]
    for file in sample_site.glob("feeds/*.atom.xml"):
        for entry in ElementTree.parse(file).iter("{http://www.w3.org/2005/Atom}entry"):
            link = entry.find("{http://www.w3.org/2005/Atom}link").get("href")
            assert inside("", link)[0] in pages


def test_links_in_calendars(pages, sample_site):
    calendars = list(sample_site.rglob("*.ics"))
    assert len(calendars) > 10
    for file in calendars:
        for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT"):
            assert inside("", str(event["url"]))[0] in pages
            assert event.decoded("dtstart") < event.decoded("dtend")


def test_the_map_of_the_site(pages, kinds, sample_site):
    tree = ElementTree.parse(sample_site / "sitemap.xml").getroot()
    listed = {inside("", row[0].text)[0] for row in tree}
    hidden = {path for path, page in pages.items() if page.find("meta", attrs={"name": "robots"})}
    assert listed == set(pages) - hidden
    assert all(row[1].text.endswith("+08:00") for row in tree)


def is_prompt(path):
    return path.removeprefix("zh-hant/").startswith("leaving/")


def test_external_links_to_others_lead_through_their_prompt(pages):
    prompts = set()
    for path, page in pages.items():
        for link in page.find_all("a", href=True):
            host = urlsplit(link["href"]).hostname
            if host is None or is_prompt(path):
                continue
            assert host.endswith(".gov.cn") or host in OFFICIAL, (path, link["href"])
        for link in page.find_all("a", attrs={"data-external": True}):
            assert {"noopener", "noreferrer", "external"} <= set(link["rel"])
            prompt = inside(path, link["href"])[0]
            prompts.add(prompt)
            assert pages[prompt].find("a", href=link["data-external"])
    assert prompts == {path for path in pages if is_prompt(path)}
    assert prompts

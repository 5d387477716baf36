"""A stolen account harms no visitor: hundreds of hostile texts and heads, each in a browser.

Every payload is a record of its own, on a site with the published content policy. Most of them are
errors, with which nothing is published; here no error stops a record, so that it is seen whether
the pages are harmless by themselves.
"""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from plugins.records import reader
from plugins.texts.chinese import ChineseExtension
from plugins.texts.converter import Converter, create_markdown
from plugins.texts.html_cleaner import (
    ATTRIBUTES,
    EVERYWHERE,
    IGNORED_ATTRIBUTES,
    TAGS,
    clean_html,
)
from plugins.texts.typed import read_typed, restore_literals, set_layout
from tests.browser.conftest import ARGUMENTS, executable
from tests.browser.listener import Listeners
from tests.browser.payloads import BODIES, Payload, payloads
from tests.browser.server import serve
from tests.browser.trees import PIECES, Piece, depth_of, elements_of, pieces_of, words_of
from tests.build.built import build
from tests.content_folder import TINY, make_content

HEAD = {
    "发布日期": "2026-03-01 09:00",
    "来源": "办公室",
    "初审": "甲",
    "复审": "乙",
    "终审": "丙",
}
PAYLOADS = payloads()
FINDINGS = 'data-element="record-findings"'
MARKDOWN = create_markdown(ChineseExtension())
FAMILIES = [*BODIES, "heads"]
HARMLESS = "dongtai/2026/harmless.html"
# Chromium puts what is nested deeper than 512 elements beside each other.
DEEPEST = 500
LINKS = {"http:", "https:", "mailto:", "tel:"}
# What the build itself writes into texts: the prompt for other sites, sizes of pictures.
OF_BUILD = {
    *("a rel", "a data-external", "a data-element", "a class", "a data-clause", "img loading"),
    *("ul role", "div role", "div tabindex"),
}


def record_of(payload: Payload) -> bytes:
    head = {"标题": f"第{payload.number}篇", **HEAD, **payload.head}
    lines = "".join(f"{key}: {value}\n" for key, value in head.items())
    return f"---\n{lines}---\n{payload.body}\n".encode()


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    files = {payload.path: record_of(payload) for payload in PAYLOADS}
    files["dongtai/harmless.md"] = record_of(Payload(0, "harmless", "正文。", {}))
    bureau = (TINY / "bureau.yml").read_bytes().replace(b"page_size: 5", b"page_size: 100")
    files["bureau.yml"] = bureau
    return make_content(tmp_path_factory.mktemp("hostile"), files)


@pytest.fixture(scope="module")
def folder(content):
    """The built site, with the records that have errors."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "has_errors", lambda findings: False)
        build(content, content.parent)
    return content.parent / "output"


@pytest.fixture(scope="module")
def listeners(browser, folder):
    """Listeners in a browser that doesn't draw beside its scripts: that took half the time."""
    origins = serve(folder, kept=True)
    quick = browser.browser_type.launch(
        executable_path=executable(), args=[*ARGUMENTS, "--disable-threaded-compositing"]
    )
    listeners = Listeners(quick, next(origins))
    listeners.frame = next(listeners.open([HARMLESS]))[1]["frame"]
    yield listeners
    listeners.close()
    quick.close()
    next(origins, None)


@pytest.fixture(scope="module")
def harmless(listeners):
    return next(listeners.open([HARMLESS]))[1]


@pytest.mark.parametrize("family", FAMILIES)
def test_none_harms(family, listeners, harmless, folder):
    paths = {payload.name: f"dongtai/2026/p{payload.number}.html" for payload in PAYLOADS}
    shown = [n for n in paths if n.startswith(family) and (folder / paths[n]).exists()]
    opened = listeners.open([paths[name] for name in shown])
    found = ((name, problems(*page, harmless)) for name, page in zip(shown, opened, strict=True))
    assert {name: harm for name, harm in found if harm} == {}


def test_what_leaves_the_cleaner_means_the_same_to_every_reader(browser):
    """Also to those of html5lib, by which tests and findings judge."""
    converter = Converter()
    texts = [converter.convert(payload.body).html for payload in PAYLOADS]
    texts += [clean_html(payload.body) for payload in PAYLOADS]
    page = browser.new_page()
    seen = page.evaluate(PIECES, texts)
    page.close()
    for text, found in zip(texts, seen, strict=True):
        read = pieces_of(text)
        if depth_of(read) > DEEPEST:
            found, read = words_of(found), words_of(read)
        assert found == read, text


def test_what_is_not_shown_as_typed_is_reported(folder):
    """A page without a finding has all words and elements that Markdown and HTML make of a text."""
    silent = {}
    for payload in PAYLOADS:
        path = folder / f"dongtai/2026/p{payload.number}.html"
        html = path.read_text("utf-8") if path.exists() else FINDINGS
        if payload.head or FINDINGS in html:
            continue
        body = BeautifulSoup(html, "lxml").select_one("[data-element=body]")
        lost = lost_from(payload.body, pieces_of(body.decode_contents() if body else ""))
        if lost:
            silent[payload.name] = lost
    assert silent == {}


def lost_from(text: str, shown: list[Piece]) -> list[str]:
    """The elements, attributes and words of a text that are not shown."""
    html = MARKDOWN.reset().convert(read_typed(text)[0])
    meant = pieces_of(restore_literals(set_layout(html)))
    elements, others = elements_of(meant), elements_of(shown)
    lost = list(Counter(name for name, _ in elements) - Counter(name for name, _ in others))
    kept = {name for _, attributes in others for name in attributes}
    written = {name for _, attributes in elements for name in attributes}
    lost += sorted(name for name in written - kept if not IGNORED_ATTRIBUTES.fullmatch(name))
    words, seen = words_of(meant), words_of(shown).replace("（外部网站）", "")
    return lost + ([] if words == seen else [f"{seen} for {words}"])


def test_there_are_enough():
    assert len({(payload.body, *payload.head.items()) for payload in PAYLOADS}) >= 320


@pytest.mark.parametrize(
    ("html", "noticed"),
    [
        ("<script>x()</script>", "policy: script-src-elem inline"),
        ("<p onclick=x()>甲</p>", "policy: script-src-attr inline"),
        ("<img src=https://e.example/a.png>", "request: https://e.example/a.png"),
        ("<p id=main>甲</p>", "id twice: main"),
        ("<img name=querySelector src=/images/emblem.svg>", "document.querySelector taken"),
        ("<a href=https://e.example/>甲</a>", "no prompt: https://e.example/"),
        ("<dialog open>甲</dialog>", "dialog leaves its place"),
        ("<style>header{display:none}</style>", "policy: style-src-elem inline"),
    ],
)
def test_a_page_that_is_not_cleaned_is_noticed(listeners, harmless, folder, html, noticed):
    page = (folder / HARMLESS).read_text("utf-8").replace("正文。", f"正文。{html}")
    path = f"dongtai/2026/raw{hash(html)}.html"
    (folder / path).write_text(page, encoding="utf-8")
    assert noticed in problems(*next(listeners.open([path])), harmless)


def problems(heard, looks, harmless) -> list[str]:
    if "parts" not in looks:
        return heard + looks["faults"]
    found = heard + looks["faults"]
    for part, expected in harmless["parts"].items():
        seen = looks["parts"][part]
        if part == "above" and not seen:
            continue  # nothing of the text was left
        # A head or a text may have added a part, such as attachments.
        if Counter(expected) - Counter(seen) if part == "article" else seen != expected:
            found.append(f"{part}: {seen}")
    hosts = {urlsplit(address).hostname for address in harmless["addresses"]}
    for address in looks["addresses"]:
        parts = urlsplit(address)
        if f"{parts.scheme}:" not in LINKS:
            found.append(f"link: {address}")
        elif parts.hostname not in hosts and not is_government(parts.hostname or ""):
            found.append(f"no prompt: {address}")
    found += [f"prompt: {url}" for url in looks["prompts"] if not url.startswith("http")]
    found += [f"image: {url}" for url in looks["images"] if urlsplit(url).hostname not in hosts]
    allowed = OF_BUILD | TAGS | {f"{tag} class" for tag in TAGS}
    allowed |= {f"{tag} {name}" for tag in TAGS for name in EVERYWHERE}
    allowed |= {f"{tag} {name}" for tag, names in ATTRIBUTES.items() for name in names}
    return found + sorted(set(looks["written"]) - allowed)


def is_government(host: str) -> bool:
    return not host or host.endswith(".gov.cn") or host == "zfj.qinghe.gov.cn"

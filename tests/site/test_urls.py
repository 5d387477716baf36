"""Links on a page, and out of the site."""

import itertools
import posixpath
import re
from urllib.parse import quote

import pytest

from plugins.site.urls import (
    Links,
    is_government,
    leaving_address,
    quote_query_value,
    relative_path,
)


@pytest.mark.parametrize(
    ("page", "address", "link"),
    [
        ("index.html", "zhengce/index.html", "zhengce/index.html"),
        ("zhengce/2026/a.html", "index.html", "../../index.html"),
        ("zhengce/2026/a.html", "zhengce/2026/b.html#c3", "b.html#c3"),
        ("zhengce/2026/a.html", "zhengce/2026/a.html#c3", "#c3"),
        ("zhengce/2026/a.html", "#outcome", "#outcome"),
        ("a.html", "files/表 1.pdf", "files/%E8%A1%A8%201.pdf"),
    ],
)
def test_relative_links_work_from_a_file(page, address, link):
    assert Links("https://a.gov.cn", relative=True).href(page)(address) == link


@pytest.mark.parametrize(
    ("site", "address", "link"),
    [
        ("https://a.gov.cn", "index.html", "/"),
        ("https://a.gov.cn", "zhengce/index.html", "/zhengce/"),
        ("https://a.gov.cn", "zhengce/2026/b.html#c3", "/zhengce/2026/b.html#c3"),
        ("https://a.gov.cn/sub/", "index.html", "/sub/"),
        ("https://a.gov.cn", "#outcome", "#outcome"),
    ],
)
def test_published_links_begin_at_the_root(site, address, link):
    assert Links(site, relative=False).href("x/y.html")(address) == link


def test_absolute_addresses_have_no_index():
    links = Links("https://a.gov.cn/", relative=True)
    assert links.absolute("index.html") == "https://a.gov.cn/"
    assert links.absolute("zhengce/index.html") == "https://a.gov.cn/zhengce/"
    assert links.absolute("zhengce/2026/b.html") == "https://a.gov.cn/zhengce/2026/b.html"


@pytest.mark.parametrize(
    ("url", "government"),
    [
        ("https://www.gov.cn/", True),
        ("https://gov.cn/x", True),
        ("https://zjj.yun.gov.cn:8443/x", True),
        ("https://机关.政务/", True),
        ("https://gov.cn.example.com/", False),
        ("https://notgov.cn/", False),
        ("https://paper.example/gov.cn", False),
        ("https://map.partner.cn/", True),
    ],
)
def test_only_government_hosts_need_no_prompt(url, government):
    assert is_government(url, trusted=("partner.cn",)) is government


def test_every_address_has_a_prompt_of_its_own():
    first, second = leaving_address("https://a.example/1"), leaving_address("https://a.example/2")
    assert first != second
    assert re.fullmatch("leaving/[0-9a-f]{12}[.]html", first)


FOLDERS = ["", "news", "news/2026", "news/2026/a", "news/2025", "newsletter", "data", "政务/公开"]


@pytest.mark.parametrize(("base", "folder"), [*itertools.product(FOLDERS, repeat=2)])
def test_the_way_from_folder_to_folder(base, folder):
    way = posixpath.relpath(folder or ".", base or ".")
    assert relative_path(base, folder) == ("" if way == "." else f"{way}/")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.a.gov.cn/news/2026/a-1.html", "https://政务.cn/公开?a=1&b=2#c", "a%3Ab:c",
        "http://a.cn:8080/x", "", "~a b+c", "//",
    ],
)  # fmt: skip
def test_an_address_in_a_query(address):
    assert quote_query_value(address) == quote(address, safe="/")

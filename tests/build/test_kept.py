"""Which addresses people keep, chosen by what makes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.build import kept
from plugins.build.kept import kept_address, kept_addresses
from plugins.build.planning import PLAN, PlannedOutput
from plugins.incremental.store import Store, decode
from plugins.site.page import function_named
from tests.build.built import build
from tests.content_folder import make_content, record

ROOT = Path(__file__).resolve().parents[2]
# What comes and goes with others, or what only pages load.
PASSING = {
    "build.plan.theme_file",
    "exports.qr_codes.qr_code",
    "exports.search_index.search_index",
    "exports.sitemap.robots",
    "views.clause_history.history_page",
    "views.event_calendar.past_page",
    "views.findings.findings_page",
    "views.statute_library.alphabet_page",
    "views.statute_library.figures_page",
    "views.utility_pages.leaving_page",
    "views.utility_pages.not_found_page",
}


def store_of(folder):
    return Store(folder / "store.sqlite", None)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    build(ROOT / "content", folder, workers=2)
    return folder


def test_every_function_of_an_output_is_on_one_of_the_lists(sample):
    named = kept.KEPT | kept.KEPT_OF_COLUMN | {kept.COPIED}
    assert not named & PASSING
    for name in named | PASSING:
        assert callable(function_named(f"plugins.{name}"))
    sql = "SELECT value FROM node WHERE name GLOB ?"
    rows = store_of(sample).execute(sql, (f"{PLAN}*",)).fetchall()
    planned = {
        PlannedOutput._make(plain).function_name.removeprefix("plugins.")
        for (value,) in rows
        for plain in decode(value)
    }
    assert planned - named - PASSING == set()


def test_of_the_sample(sample):
    addresses = {*kept_addresses(store_of(sample))}
    assert {
        "index.html",
        "news/index.html",
        "feeds/news.atom.xml",
        "data/penalties.csv",
    } <= addresses
    assert not [a for a in addresses if a.startswith(("assets/", "leaving/", "images/"))]
    assert not [a for a in addresses if a.endswith(("page-2.html", "data/search.json"))]
    assert [a for a in addresses if a.startswith("files/")]


def test_an_old_address_is_kept_as_it_was(tmp_path):
    files = {
        "dongtai/xin.md": record("新", 旧网址="dongtai/jiu"),
        "redirects.yml": "files/jiu.csv: files/xuncha.csv\n",
    }
    build(make_content(tmp_path, files), tmp_path)
    addresses = {*kept_addresses(store_of(tmp_path))}
    assert {"dongtai/2026/jiu.html", "files/jiu.csv"} <= addresses
    assert "files/jiu.csv/index.html" not in addresses


def test_only_the_first_page_of_a_list():
    def of(path):
        return kept_address(PlannedOutput(path, "plugins.views.lists.list_page", (), 0))

    assert of("news/index.html") == "news/index.html"
    assert (of("news/page-2.html"), of("news/2025.html"), of("news/archive.html")) == ("", "", "")

"""The sites that are compared are whole, and show the same articles."""

import re
import shutil
import sys
import threading

import pytest

from bench import hugo, stock
from bench.__main__ import _sizes
from bench.cases import CASES, unmet
from bench.measure import CommandError, measure
from bench.ours import build, command, output, workspace
from bench.serving import build_numbers
from plugins.commands.preview import Preview
from tests.bench.conftest import SIZE

ITEM = re.compile(r'<h2><a href="/[^"]+">(.+?)</a></h2>')


@pytest.fixture(scope="module")
def stock_site(corpus, tmp_path_factory):
    folder, _ = corpus
    work = tmp_path_factory.mktemp("stock")
    measure(stock.command(stock.prepare(work), folder / "pelican", work / "site"), work)
    return work / "site"


@pytest.fixture(scope="module")
def hugo_site(corpus, tmp_path_factory):
    binary = hugo.find_hugo()
    if binary is None:
        pytest.skip("Hugo is not installed (requirements/bench.txt)")
    folder, _ = corpus
    work = tmp_path_factory.mktemp("hugo")
    shutil.copytree(folder / "hugo", work / "source")
    hugo.prepare(work / "source")
    measure(hugo.command(binary, work / "source", work / "site"), work)
    return work / "site"


def items(site, page):
    return ITEM.findall((site / page).read_text(encoding="utf-8"))


def articles(site):
    return [file for file in site.rglob("*-*.html") if "<article>" in file.read_text("utf-8")]


def test_stock_pelican_makes_articles_lists_tags_and_feeds(stock_site):
    assert len(articles(stock_site)) == SIZE
    assert len(items(stock_site, "index.html")) == len(items(stock_site, "page/2.html")) == 20
    assert len(items(stock_site, "news.html")) == 20
    assert (stock_site / "tags.html").is_file() and list((stock_site / "tags").iterdir())
    feed = (stock_site / "news.xml").read_text(encoding="utf-8")
    assert feed.count("<item>") == 30 and "&lt;h2" in feed


def test_hugo_makes_the_same(hugo_site, stock_site):
    assert len(articles(hugo_site)) == SIZE
    assert len(items(hugo_site, "news/index.html")) == 20
    assert set(items(hugo_site, "index.html")) == set(items(stock_site, "index.html"))
    feed = (hugo_site / "news/index.xml").read_text(encoding="utf-8")
    assert feed.count("<item>") == 30 and "&lt;h2" in feed
    count = len(list(stock_site.rglob("*.html")))
    assert len(list(hugo_site.rglob("*.html"))) == count


def test_our_build_shows_every_edit(corpus, tmp_path):
    folder, manifest = corpus
    shutil.copytree(folder / "ours", tmp_path / "ours")
    space = workspace(tmp_path, manifest)
    assert build(space, tmp_path / "built").memory > 0
    for case in CASES:
        expected = case.apply(space, 0)
        build(space, tmp_path / "built")
        assert unmet(expected, output(tmp_path / "built")) is None


class TestAnotherCheckout:
    """A second checkout is built by its own program, with its own theme and environment."""

    @pytest.fixture
    def other(self, corpus, tmp_path):
        _, manifest = corpus
        (tmp_path / "other/theme").mkdir(parents=True)
        (tmp_path / "other/theme/own.html").touch()
        (tmp_path / "corpus").mkdir()
        return workspace(tmp_path / "corpus", manifest, tmp_path / "other")

    def test_its_theme_is_copied(self, other):
        assert [file.name for file in other.theme.iterdir()] == ["own.html"]

    def test_it_is_built_in_its_folder(self, other, tmp_path):
        package = other.root / "plugins/commands"
        package.mkdir(parents=True)
        (package / "site.py").write_text("import os; raise SystemExit(os.getcwd())")
        with pytest.raises(CommandError, match=str(other.root)):
            build(other, tmp_path)

    def test_its_environment_is_used_where_it_has_one(self, other, tmp_path):
        assert command(other, tmp_path)[0] == sys.executable
        python = other.root / ".venv/bin/python"
        python.parent.mkdir(parents=True)
        python.touch()
        assert command(other, tmp_path)[0] == str(python)


def test_the_numbers_of_the_builds_are_heard_as_a_browser_hears_them(tmp_path):
    server = Preview(("127.0.0.1", 0), tmp_path)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        heard = build_numbers(server.server_address[1])
        assert next(heard) == 0
        server.reload()
        assert next(heard) == 1
    finally:
        server.shutdown()
        server.server_close()


def test_sizes_grow_however_they_are_written():
    assert _sizes("10000 1000,1000") == [1_000, 10_000]


def test_both_commands_are_children_of_this_python():
    assert stock.command("settings", "content", "output")[0] == sys.executable

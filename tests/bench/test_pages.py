"""One page of every kind, what is said of it, and how it is served."""

from __future__ import annotations

import gzip
import json
import subprocess
from http.client import HTTPConnection
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from bench.checkout import committed, previous
from bench.measure import CommandError
from bench.pages import lighthouse
from bench.pages.kinds import pages_by_kind
from bench.pages.lighthouse import Seen, seen
from bench.pages.report import Row, looked_at, report, unmet
from bench.pages.server import serve

GOOD = Seen((99, 100, 100, 100), 1.1, 0.0, 0, 30_000)
SLOW = Seen((97, 100, 100, 92), 1.3, 0.05, 20, 30_000, ("no title", "moves: table"))


def page(kind, text="", language="zh-CN"):
    return f'<!DOCTYPE html><html lang="{language}"><body class="kind-{kind}">{text}</body></html>'


@pytest.fixture
def checkout(tmp_path):
    """A checkout with two columns, one of which has a template of its own for its list."""
    lists = tmp_path / "theme/templates/lists"
    lists.mkdir(parents=True)
    (lists / "guide.html").touch()
    for name, kind in (("banshi", "guide"), ("dongtai", "news")):
        folder = tmp_path / "content" / name
        folder.mkdir(parents=True)
        (folder / "_column.yml").write_text(f"name: 栏目\nkind: {kind}\n", encoding="utf-8")
    return tmp_path


def kinds(checkout, files):
    output = checkout / "output"
    for path, html in files.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(html, encoding="utf-8")
    return pages_by_kind(output, checkout)


class TestKinds:
    def test_the_longest_page_of_every_kind(self, checkout):
        files = {
            "index.html": page("home"),
            "dongtai/a.html": page("record"),
            "dongtai/b.html": page("record", "长"),
            "banshi/c.html": page("record"),
            "banshi/index.html": page("column"),
            "dongtai/index.html": page("column"),
        }
        assert kinds(checkout, files) == {
            "home": "index.html",
            "list": "dongtai/index.html",
            "list of guide": "banshi/index.html",
            "record of guide": "banshi/c.html",
            "record of news": "dongtai/b.html",
        }

    def test_another_language_is_a_kind(self, checkout):
        files = {
            "dongtai/a.html": page("record", language="en"),
            "zh-hant/index.html": page("home"),
            "zh-hant/dongtai/a.html": page("record"),
        }
        found = {"record in English": "dongtai/a.html", "home in traditional": "zh-hant/index.html"}
        assert kinds(checkout, files) == found

    def test_what_is_no_page_of_the_site_is_none(self, checkout):
        files = {"preview/a.html": page("record"), "files/x.html": "<p>附件</p>"}
        assert kinds(checkout, files) == {}

    def test_later_pages_of_a_list_are_no_other_kind(self, checkout):
        files = {"dongtai/2.html": page("column"), "dongtai/ke/index.html": page("column")}
        assert kinds(checkout, files) == {}


class TestTargets:
    def test_a_page_that_meets_all(self):
        assert unmet(GOOD) == ""

    def test_every_target_that_is_missed_with_its_causes(self):
        said = "performance 97; SEO 92; LCP 1.30 s; CLS 0.050; no title; moves: table"
        assert unmet(SLOW) == said

    def test_what_is_missed_once_is_looked_at_again(self):
        looks = iter([SLOW, GOOD, GOOD])
        assert looked_at(lambda _: next(looks), "page") == GOOD

    def test_what_is_missed_mostly_is_missed(self):
        looks = iter([SLOW, GOOD, SLOW])
        assert looked_at(lambda _: next(looks), "page") == SLOW

    def test_a_page_that_meets_all_is_looked_at_once(self):
        looks = iter([GOOD])
        assert looked_at(lambda _: next(looks), "page") == GOOD


class TestReport:
    def test_a_line_has_both_and_whether_it_is_met(self):
        text = report([Row("home", "index.html", GOOD, SLOW)], "Commit a")
        line = "| home | 99/100/100/100 (97/100/100/92) | 1.10 (1.30) | 0 (0.05) | 0 (20) | "
        assert f"{line}29 (29) | yes |" in text
        assert text.endswith("All 1 pages meet all of it.")

    def test_what_there_was_not_before(self):
        text = report([Row("home", "index.html", SLOW, None)], "Commit a")
        assert "| 97/100/100/92 (–) | 1.30 (–) |" in text and "| NO |" in text
        assert text.endswith(f"- home (`index.html`): {unmet(SLOW)}")


class TestLighthouse:
    def test_an_answer_is_read(self):
        answer = {"scores": [99, 100, 100, 100], "lcp": 1.1, "cls": 0, "tbt": 0, "bytes": 30_000}
        assert seen(json.dumps({**answer, "missed": []}), "x") == GOOD

    def test_a_page_that_it_cannot_look_at_ends_the_run(self):
        with pytest.raises(CommandError, match=r"http://x: no page"):
            seen('{"error": "no page"}', "http://x")

    def test_without_node_it_says_so(self, monkeypatch):
        monkeypatch.setenv("PATH", "")
        with pytest.raises(CommandError, match="no node and no npm"):
            lighthouse.installed()

    def test_all_of_it_is_locked_with_a_hash_and_no_registry_is_named(self):
        text = (lighthouse.HERE / "package-lock.json").read_text(encoding="utf-8")
        packages = json.loads(text)["packages"]
        own = packages.pop("")
        assert own["dependencies"] == {"lighthouse": packages["node_modules/lighthouse"]["version"]}
        assert all(each["integrity"].startswith("sha512-") for each in packages.values())
        assert '"resolved"' not in text


class TestServer:
    @pytest.fixture
    def origin(self, tmp_path):
        (tmp_path / "site/assets").mkdir(parents=True)
        (tmp_path / "site/index.html").write_text("<p>页</p>" * 50, encoding="utf-8")
        (tmp_path / "site/assets/a.1.css").write_text("p{}", encoding="utf-8")
        (tmp_path / "secret.txt").write_text("秘密", encoding="utf-8")
        with serve(tmp_path / "site") as origin:
            yield origin

    def test_texts_are_compressed(self, origin):
        with urlopen(Request(f"{origin}/")) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert gzip.decompress(answer.read()).decode() == "<p>页</p>" * 50

    def test_what_has_a_fingerprint_is_kept(self, origin):
        with urlopen(f"{origin}/assets/a.1.css") as answer:
            assert "immutable" in answer.headers["Cache-Control"]

    def test_what_is_missing_is_missing(self, origin):
        with pytest.raises(HTTPError, match="404"):
            urlopen(f"{origin}/nichts.html")

    def test_nothing_outside_of_the_site_is_served(self, origin):
        connection = HTTPConnection(urlsplit(origin).netloc)
        connection.request("GET", "/../secret.txt")
        assert connection.getresponse().status == 404


class TestCheckout:
    @pytest.fixture
    def project(self, tmp_path):
        def git(*arguments):
            who = ("-c", "user.name=某人", "-c", "user.email=a@example.org")
            command = ["git", "-C", str(tmp_path), *who, *arguments]
            subprocess.run(command, check=True, capture_output=True)

        git("init")
        for text in ("旧", "新"):
            (tmp_path / "a.txt").write_text(text, encoding="utf-8")
            git("add", ".")
            git("commit", "-m", text)
        return tmp_path

    def test_the_commit_before(self, project):
        with committed(previous(project), root=project) as folder:
            assert (folder / "a.txt").read_text(encoding="utf-8") == "旧"

    def test_the_last_commit_when_something_has_changed_since(self, project):
        (project / "a.txt").write_text("更新", encoding="utf-8")
        with committed(previous(project), root=project) as folder:
            assert (folder / "a.txt").read_text(encoding="utf-8") == "新"

    def test_a_commit_that_there_is_not(self, project):
        with pytest.raises(CommandError, match="nichts"), committed("nichts", root=project):
            pass

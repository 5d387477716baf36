"""What a site has beside its pages, and the whole sample."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.bureau import load_bureau, load_columns
from plugins.crawl import Options, crawl, files_in, sources_of
from plugins.findings import Severity
from plugins.records.kinds import KINDS
from tests.conftest import ROOT

SITE = "https://zfj.qinghe.gov.cn/"


@pytest.mark.parametrize(
    ("path", "message"),
    [("404.html", "网站没有找不到网页时显示的页 404.html"), ("robots.txt", "网站没有robots.txt"),
     ("sitemap.xml", "网站没有给搜索引擎的网站地图 sitemap.xml"),
     ("sitemap.html", "网站没有给人看的站点地图 sitemap.html")],
)  # fmt: skip
def test_a_file_that_every_site_needs(site, path, message):
    (site.folder / path).unlink()
    told = next(each for each in site.crawl() if each.rule == "site-file")
    assert (told.path, told.message, told.severity) == (path, message, Severity.ERROR)
    assert told.hint


def test_robots(site):
    site.edit("robots.txt", f"{SITE}sitemap.xml", "/sitemap.xml")
    told = site.only()
    assert told.message == "robots.txt 里写的是“/sitemap.xml”"
    assert told.hint == f"写上 Sitemap: {SITE}sitemap.xml"
    (site.folder / "robots.txt").write_text(
        f"User-agent: *\nDisallow: /\nSitemap: {SITE}sitemap.xml\n", encoding="utf-8"
    )
    told = site.only()
    assert "不许搜索引擎收录整个网站" in told.message and told.line == 2
    (site.folder / "robots.txt").write_text("", encoding="utf-8")
    assert site.only().message == "robots.txt 里没有写网站地图"


@pytest.mark.parametrize(
    ("old", "new", "rule", "message", "hint"),
    [(f"<loc>{SITE}dongtai/</loc>", "<loc>/dongtai/</loc>", "site-map",
      "sitemap.xml 里的“/dongtai/”不是本网站的完整网址", f"以 {SITE} 开头"),
     (f"<loc>{SITE}dongtai/</loc>", f"<loc>{SITE}dongtai/wu/</loc>", "page-link",
      f"链接“{SITE}dongtai/wu/”指到的网页或文件不存在", "删去链接"),
     (f"<loc>{SITE}dongtai/</loc>", f"<loc>{SITE}</loc>", "site-map", f"“{SITE}”写了两次",
      "只写一次")],
)  # fmt: skip
def test_the_map(site, old, new, rule, message, hint):
    site.edit("sitemap.xml", old, new)
    told = site.only()
    assert (told.rule, told.path) == (rule, "sitemap.xml")
    assert message in told.message and hint in told.hint
    assert told.line > 1


def test_a_map_that_is_no_xml_or_empty(site):
    file = site.folder / "sitemap.xml"
    file.write_text("<urlset><url></urlset>", encoding="utf-8")
    assert site.only().message == "sitemap.xml 不是正确的 XML，搜索引擎读不了"
    file.write_text("<urlset/>", encoding="utf-8")
    assert site.only().message == "sitemap.xml 里一个网页也没有"


def test_the_search_index(site):
    file = site.folder / "data/search.json"
    rows = json.loads(file.read_text(encoding="utf-8"))
    rows[0]["u"] = "dongtai/2026/xinn.html"
    file.write_text(json.dumps(rows), encoding="utf-8")
    told = site.only()
    assert told.path == "data/search.json"
    assert told.message == "链接“dongtai/2026/xinn.html”指到的网页或文件不存在"
    file.write_text("[", encoding="utf-8")
    assert site.only().message == "站内搜索的索引不是正确的 JSON，搜索不能用"


def test_a_feed_and_a_data_file(site):
    site.edit("feeds/dongtai.atom.xml", f"{SITE}dongtai/2026/xin.html", f"{SITE}dongtai/xin.html")
    told = site.only()
    assert (told.rule, told.path) == ("page-link", "feeds/dongtai.atom.xml")
    assert "是不是“/dongtai/2026/xin.html”？" in told.hint


def test_a_site_under_another_address(built, tmp_path):
    """As on GitHub Pages: in a folder of another host."""
    content, _ = built
    bureau, _ = load_bureau(content)
    columns, _ = load_columns(content, bureau, KINDS)
    output = tmp_path / "site"
    command = ["plugins.commands.site", content, "-o", output, "--cache", tmp_path / "cache"]
    environment = {**os.environ, "SITEURL": "https://zfj.example.org/zhan"}
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command), "-s", str(ROOT / "publishconf.py")],
        cwd=ROOT, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert crawl(output, bureau, columns, Options(address="https://zfj.example.org/zhan")) == []


def built_sample(folder: Path, settings: str) -> Path:
    command = ["plugins.commands.site", "content", "-o", folder / "site", "-s", settings]
    command += ["--cache", folder / "cache"]
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)], cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795395600"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.site
class TestSample:
    def crawled(self, site, **options):
        bureau, _ = load_bureau(ROOT / "content")
        columns, _ = load_columns(ROOT / "content", bureau, KINDS)
        pages = [path for path in files_in(site) if path.endswith(".html")]
        sources = sources_of(ROOT / "content", pages)
        started = time.perf_counter()
        found = crawl(site, bureau, columns, Options(sources=sources, **options), workers=2)
        print(f"{len(pages)} pages in {time.perf_counter() - started:.2f} s")
        return [f"{each.path}:{each.line} {each.rule} {each.message}" for each in found]

    def test_a_build_for_publishing_has_no_finding(self, tmp_path):
        assert self.crawled(built_sample(tmp_path, "publishconf.py")) == []

    def test_nor_has_a_preview(self, sample_site):
        assert self.crawled(sample_site, is_preview=True) == []


def test_two_workers_find_what_one_does(site):
    site.edit("dongtai/2026/xin.html", "<p>正文。</p>", '<p><a href="/wu/">乙</a></p>')
    site.edit("dongtai/2026/jiu.html", 'name="SiteName"', 'name="SiteNam"')
    bureau, _ = load_bureau(site.content)
    columns, _ = load_columns(site.content, bureau, KINDS)
    for number in range(70):
        folder = site.folder / f"dongtai/2026/x{number}.html"
        folder.write_bytes((site.folder / "dongtai/2026/xin.html").read_bytes())
    one, two = (crawl(site.folder, bureau, columns, workers=number) for number in (1, 2))
    assert len(one) > 70
    assert one == two

"""The whole build as a person starts it: `pelican … -s …`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.content_folder import make_content, record

ROOT = Path(__file__).resolve().parents[2]
NOON = "1795406400"  # 2026-11-23 12:00 in Shanghai


def build(content, output, settings="pelicanconf.py", cwd=ROOT, **environ):
    cache = f'CACHE_PATH="{output}-cache"'
    command = ["pelican", str(content), "-s", str(ROOT / settings), "-o", str(output), "-e", cache]
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={**os.environ, "SOURCE_DATE_EPOCH": NOON, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def paths_in(folder):
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_another_bureau_from_its_own_folder(tmp_path):
    output = tmp_path / "output"
    result = build(make_content(tmp_path), output)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "没有发现问题。" in result.stdout
    assert "Processed 10 articles" in result.stdout
    assert {"index.html", "404.html", "dongtai/2026/riji-7.html", "files/xuncha.csv"} <= paths_in(
        output
    )
    for file in output.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "云汀" not in text and "yunting" not in text, file


def test_a_plugin_that_can_t_be_registered_ends_pelican(tmp_path):
    """Pelican itself would only log the exception, and build a site without a page."""
    settings = tmp_path / "conf.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        "sys.modules['plugins.build.pelican_plugin'] = None\n",
        encoding="utf-8",
    )
    result = build(make_content(tmp_path), tmp_path / "output", settings=settings)
    assert result.returncode != 0
    assert "城窗的插件没有装好，没有生成网站。" in result.stderr
    assert not (tmp_path / "output").exists()


def test_it_does_not_matter_where_it_is_started(tmp_path):
    content = make_content(tmp_path)
    build(content, tmp_path / "one")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    result = build(content, tmp_path / "two", cwd=elsewhere)
    assert result.returncode == 0
    assert paths_in(tmp_path / "one") == paths_in(tmp_path / "two")
    assert list(elsewhere.iterdir()) == []
    for path in paths_in(tmp_path / "one"):
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()


def test_a_file_that_could_not_be_read_appears_when_it_is_mended(tmp_path):
    content = make_content(tmp_path, {"dongtai/xin.md": "不是 UTF-8".encode("gb18030")})
    output, cache = tmp_path / "output", f'CACHE_PATH="{tmp_path / "cache"}"'
    command = ["pelican", str(content), "-s", str(ROOT / "pelicanconf.py"), "-o", str(output)]
    environ = {**os.environ, "SOURCE_DATE_EPOCH": NOON}

    def again():
        whole = [sys.executable, "-m", *command, "-e", cache]
        return subprocess.run(whole, cwd=ROOT, env=environ, capture_output=True, text=True)

    again()
    assert "dongtai/2026/xin.html" not in paths_in(output)
    (content / "dongtai/xin.md").write_text(record("改好了"), encoding="utf-8")
    result = again()
    assert result.returncode == 0, result.stdout + result.stderr
    assert "dongtai/2026/xin.html" in paths_in(output)


BROKEN = {"dongtai/riji-1.md": record("甲", published="2025-02-30")}


class TestMistakes:
    def test_a_preview_leaves_the_record_out_and_says_so(self, tmp_path):
        output = tmp_path / "output"
        result = build(make_content(tmp_path, BROKEN), output)
        assert result.returncode == 0
        assert "dongtai/riji-1.md:3:7: 错误 value 发布日期：2025 年 2 月没有 30 日" in result.stdout
        assert "有 1 篇稿件因错误没有放上网站。" in result.stdout
        assert not (output / "dongtai/2026/riji-1.html").exists()
        home = (output / "index.html").read_text(encoding="utf-8")
        assert 'data-element="preview-notice"' in home

    def test_a_preview_without_mistakes_has_no_banner(self, tmp_path):
        output = tmp_path / "output"
        build(make_content(tmp_path), output)
        home = (output / "index.html").read_text(encoding="utf-8")
        assert 'data-element="preview-notice"' not in home

    def test_a_publish_stops_and_writes_nothing(self, tmp_path):
        output = tmp_path / "output"
        result = build(make_content(tmp_path, BROKEN), output, "publishconf.py")
        assert result.returncode == 1
        assert "没有生成网站" in result.stderr
        assert "Traceback" not in result.stdout + result.stderr
        assert not output.exists() or paths_in(output) == set()

    def test_no_bureau_file(self, tmp_path):
        result = build(make_content(tmp_path, {"bureau.yml": None}), tmp_path / "output")
        assert result.returncode == 1
        assert "没有找到 bureau.yml" in result.stdout
        assert "Traceback" not in result.stdout + result.stderr

    def test_a_page_goes_when_its_record_does(self, tmp_path):
        content, output = make_content(tmp_path), tmp_path / "output"
        build(content, output)
        assert (output / "dongtai/2026/riji-1.html").exists()
        (content / "dongtai/riji-1.md").unlink()
        build(content, output)
        assert not (output / "dongtai/2026/riji-1.html").exists()
        assert (output / "dongtai/2026/riji-2.html").exists()


class TestPublishing:
    @pytest.fixture(scope="class")
    def published(self, tmp_path_factory):
        folder = tmp_path_factory.mktemp("published")
        result = build(make_content(folder), folder / "output", "publishconf.py")
        assert result.returncode == 0, result.stdout + result.stderr
        return folder / "output"

    def test_links_begin_at_the_root_and_assets_have_integrity(self, published):
        page = (published / "dongtai/2026/riji-1.html").read_text(encoding="utf-8")
        assert 'href="/dongtai/"' in page
        assert 'integrity="sha384-' in page

    def test_no_banner(self, published):
        assert 'data-element="preview-notice"' not in (published / "index.html").read_text()


def test_the_build_says_what_will_appear_when(tmp_path):
    files = {"dongtai/mingtian.md": record("明天", published="2026-11-24 08:00")}
    result = build(make_content(tmp_path, files), tmp_path / "output")
    assert "定时：2026-11-24 08:00 发布 dongtai/mingtian.md《明天》" in result.stdout
    assert not (tmp_path / "output/dongtai/2026/mingtian.html").exists()


def test_a_record_appears_when_its_time_has_come(tmp_path):
    files = {"dongtai/jintian.md": record("今天", published="2026-11-23 12:00")}
    content = make_content(tmp_path, files)
    build(content, tmp_path / "output", SOURCE_DATE_EPOCH=str(int(NOON) - 60))
    assert not (tmp_path / "output/dongtai/2026/jintian.html").exists()
    build(content, tmp_path / "output")
    assert (tmp_path / "output/dongtai/2026/jintian.html").exists()


def test_two_outputs_with_one_path_are_a_finding(tmp_path):
    column = (make_content(tmp_path / "a") / "dongtai/_column.yml").read_text()
    files = {
        "guding/_column.yml": column.replace("kind: news", "kind: campaign"),
        "guding/shouye.md": record("首页", 网址名="index", 开始日期="2026-03-01"),
    }
    result = build(make_content(tmp_path / "b", files), tmp_path / "output", "publishconf.py")
    assert result.returncode == 1
    assert "有两个页面都要写成 guding/index.html" in result.stdout

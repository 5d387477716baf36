"""The contact sheet, and what is told to the browser for each of its pictures."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from looks.__main__ import main
from looks.modes import MODES, WIDTHS, emulated, file_name
from looks.sheet import sheet

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"home": "index.html", "record of news": "news/a.html"}


def test_a_picture_for_every_page_mode_and_width():
    pictures = re.findall(r'<img src="([^"]+)"', sheet(PAGES))
    # On paper there is one width.
    assert len(pictures) == len(set(pictures)) == 2 * (4 * len(WIDTHS) + 1)
    assert pictures[0] == "home-0-360.jpg" and pictures[-1] == "record-of-news-4-680.jpg"


def test_each_picture_says_what_it_is_and_opens_in_full():
    html = sheet(PAGES)
    assert '<a class="frame" href="record-of-news-1-360.jpg">' in html
    assert 'alt="record of news，长者模式特大 360"' in html
    assert "<figcaption>打印 680</figcaption>" in html


def test_the_sheet_leads_to_every_page():
    html = sheet(PAGES)
    anchors = re.findall(r'<a href="#([^"]+)"', html)
    assert anchors == ["home", "record-of-news"]
    assert all(f'<section id="{anchor}">' in html for anchor in anchors)
    assert "<small>news/a.html</small>" in html


def test_a_mode_takes_back_what_the_one_before_has_changed():
    told = {mode.name: emulated(mode) for mode in MODES}
    assert told["深色"] == {"media": "screen", "color_scheme": "dark"}
    assert told["高对比"] == {"media": "screen", "color_scheme": "light"}
    assert told["打印"] == {"media": "print", "color_scheme": "light"}


def test_pictures_have_names_that_every_system_can_write():
    assert all(file_name("list of news", mode, 360).isascii() for mode in MODES)


class TestCommand:
    def test_a_folder_without_a_site(self, tmp_path, capsys):
        assert main([str(tmp_path), "--into", str(tmp_path / "looks")]) == 1
        assert capsys.readouterr().err == f"{tmp_path} 里没有生成好的网站。\n"

    def test_a_kind_of_page_that_there_is_not(self, tmp_path, capsys):
        (tmp_path / "index.html").write_text('<body class="kind-home">', encoding="utf-8")
        assert main([str(tmp_path), "--into", str(tmp_path / "looks"), "--only", "home, 甲"]) == 1
        assert capsys.readouterr().err == "没有这种页面：甲。有：home\n"

    @pytest.mark.browser
    def test_the_pictures_of_one_page(self, tmp_path):
        html = '<!DOCTYPE html><html lang="zh-CN"><body class="kind-home"><p>页</p></body></html>'
        (tmp_path / "index.html").write_text(html, encoding="utf-8")
        into = tmp_path / "looks"
        # In a process of its own: the browser of the other tests is open in this one.
        command = [sys.executable, "-m", "looks", tmp_path, "--into", into, "--only", "home"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert len(list(into.glob("home-*.jpg"))) == 4 * len(WIDTHS) + 1
        assert done.stdout == f"样张：{into}/index.html\n"

"""Old addresses as rules of web servers."""

from __future__ import annotations

from plugins.addresses import server_rules
from plugins.commands import redirects
from tests.content_folder import TINY, make_content, record

MOVES = [("news/旧.html", "news/新 一.html"), ("old/index.html", "news/index.html")]


def test_nginx_has_one_map():
    assert server_rules("nginx", MOVES) == (
        'map $uri $moved_to {\n    default "";\n'
        '    "/news/旧.html" "/news/%E6%96%B0%20%E4%B8%80.html";\n'
        '    "/old/index.html" "/news/";\n    "/old/" "/news/";\n}\n'
    )


def test_caddy_has_a_line_for_each():
    assert server_rules("caddy", MOVES[1:], "/cg/") == (
        'redir "/cg/old/index.html" "/cg/news/" permanent\nredir "/cg/old/" "/cg/news/" permanent\n'
    )


def test_the_command_lists_what_leads_on_and_no_notice(tmp_path, capsys):
    bureau = (TINY / "bureau.yml").read_text(encoding="utf-8")
    files = {
        "bureau.yml": f"{bureau}\ntraditional:\n  offered: 是\n",
        "dongtai/xin.md": record("新", 旧网址="dongtai/jiu"),
        "redirects.yml": "dongtai/che.html: {撤下: 2026-11-20, 原因: 过时}\n",
    }
    content = make_content(tmp_path, files)
    assert redirects.main([str(content), "--server", "caddy"]) == 0
    assert capsys.readouterr().out == (
        'redir "/dongtai/2026/jiu.html" "/dongtai/2026/xin.html" permanent\n'
        'redir "/zh-hant/dongtai/2026/jiu.html" "/zh-hant/dongtai/2026/xin.html" permanent\n'
    )


def test_without_a_bureau_there_are_none(tmp_path, capsys):
    assert redirects.main([str(tmp_path)]) == 1
    assert capsys.readouterr().err == "bureau.yml 有错误，先运行 make check。\n"

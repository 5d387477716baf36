"""Examples as people see them."""

import pytest

from plugins.rules import Example
from plugins.rules.shown import Piece, pieces

SVG = "<svg/>"


@pytest.mark.parametrize(
    ("example", "shown"),
    [
        ({"kind": "news", "head": {"来源": "甲"}}, [("动态", "来源: 甲", "yaml")]),
        ({"kind": "news", "body": "文。\n"}, [("动态", "文。", "markdown")]),
        ({"kind": "news", "body": ""}, [("动态，正文是空的", "", "yaml")]),
        (
            {"kind": "news", "head": {"来源": "甲"}, "body": "文。\n"},
            [("动态", "---\n来源: 甲\n---\n文。", "markdown")],
        ),
        ({"kind": "news", "head": {"初审": None, "终审": None}},
         [("动态，没有“初审”“终审”", "", "yaml")]),
        ({"kind": "news", "name": "路灯", "head": {"附件": "- 文件: a\n  名称: 乙\n"}},
         [("动态，文件名 路灯.md", "附件:\n  - 文件: a\n    名称: 乙", "yaml")]),
        ({"files": {"a/b.yml": "甲: 1\n", "a/c.md": None}},
         [("a/b.yml", "甲: 1", "yaml"), ("没有 a/c.md", "", "")]),
        ({"files": {"images/a.svg": SVG}}, [("images/a.svg", SVG, "xml")]),
        ({"edits": {"a.md": {"甲": "乙"}}}, [("a.md 里“甲”写成", "乙", "markdown")]),
        ({"edits": {"a.yml": {"甲": ""}}}, [("a.yml 里没有", "甲", "yaml")]),
        ({"edits": {"a.md": {"甲": "甲\n乙\n丙"}}}, [("a.md 里加上", "乙\n丙", "markdown")]),
        ({"edits": {"a.md": {"甲": "乙\n\n甲"}}}, [("a.md 里加上", "乙", "markdown")]),
        ({"sources": {"法.txt": "第一条\n"}}, [("来源文件 法.txt", "第一条", "text")]),
        ({"made": {"a\nb.pdf": "pdf"}, "about": "空的 PDF"}, [("a↵b.pdf：空的 PDF", "", "")]),
        ({"built": {"a.html": {"<p>.*</p>": "<p>甲</p>", "<h1": "<h2"}}},
         [("a.html 里", "<p>甲</p>\n<h2", "html")]),
        ({"built": {"sitemap.xml": {"<loc>": "<lo>"}}}, [("sitemap.xml 里", "<lo>", "xml")]),
        ({"answers": {"https://a.cn/": "404", "https://b.cn/": "https://c.cn/"}},
         [("打开 https://a.cn/ 回答 404", "", ""),
          ("打开 https://b.cn/ 转到 https://c.cn/", "", "")]),
        ({"kind": "news", "body": "文", "about": "说明。"},
         [("动态", "文", "markdown"), ("说明。", "", "")]),
        ({"kind": "news", "body": "文", "day": "2026-03-01"},
         [("检查的那天是 2026-03-01", "", ""), ("动态", "文", "markdown")]),
    ],
)  # fmt: skip
def test_an_example(example, shown):
    assert [*pieces(Example(**example), {"news": "动态"})] == [Piece(*each) for each in shown]

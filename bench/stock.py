"""The same texts built by stock Pelican: its own reader, generators and Markdown extensions."""

from __future__ import annotations

import sys
from pathlib import Path

THEME = Path(__file__).with_name("themes") / "pelican"
SETTINGS = """\
SITENAME = "澄江市综合行政执法局网站"
SITEURL = "https://bench.example"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-CN"
THEME = {theme!r}
PLUGINS = []
STATIC_PATHS = ["images"]
ARTICLE_URL = ARTICLE_SAVE_AS = "{{category}}/{{slug}}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "{{slug}}.html"
TAG_URL = TAG_SAVE_AS = "tags/{{slug}}.html"
AUTHOR_SAVE_AS = ""
SLUGIFY_SOURCE = "basename"
DIRECT_TEMPLATES = ["index", "tags"]
PAGINATED_TEMPLATES = {{"index": None, "tag": None, "category": None}}
DEFAULT_PAGINATION = 20
PAGINATION_PATTERNS = (
    (1, "{{url}}", "{{save_as}}"),
    (2, "{{base_name}}/page/{{number}}.html", "{{base_name}}/page/{{number}}.html"),
)
FEED_ALL_RSS = "index.xml"
CATEGORY_FEED_RSS = "{{slug}}.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 30
RSS_FEED_SUMMARY_ONLY = False
"""


def prepare(folder: Path) -> Path:
    """Write the settings into `folder` and return their file."""
    file = folder / "stock_settings.py"
    file.write_text(SETTINGS.format(theme=str(THEME)), encoding="utf-8")
    return file


def command(settings: Path, content: Path, output: Path) -> list[str | Path]:
    return [sys.executable, "-m", "pelican", content, "-s", settings, "-o", output]

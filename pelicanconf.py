"""Settings while writing: a preview that opens from a file. The bureau is in bureau.yml."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from plugins import build

ROOT = Path(__file__).resolve().parent
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
# A module and not its name: Pelican would go on without a plugin that it can't import.
PLUGINS = [build]

# Links are relative and findings don't stop the build: publishconf.py changes both.
SITEURL = ""
RELATIVE_URLS = True
PUBLISHING = False

TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-CN"

# Our own generator reads the records and copies what lies beside them.
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
THEME_STATIC_PATHS = []
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_PATH = str(ROOT / ".cache")
CACHE_CONTENT = LOAD_CONTENT_CACHE = False

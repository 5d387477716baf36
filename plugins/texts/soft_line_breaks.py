"""Soft line breaks that must not become spaces, because they are beside a Chinese character."""

from __future__ import annotations

import re

# Han, kana-free: ideographs, CJK punctuation, full-width forms, and the dashes and quotation marks
# that Chinese shares with Latin.
WIDE = r"⺀-鿿豈-﫿　-〿＀-￯“”‘’—…·\U00020000-\U0003FFFF"
SOFT_BREAK = re.compile(rf"(?<=[{WIDE}])[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?=[{WIDE}])")

"""Addresses that stand in a text without markup: https://www.yunting.gov.cn/a?b=1。"""

from __future__ import annotations

# It ends where Chinese text or punctuation begins, and before a mark that ends a sentence or a
# bracket that it does not open.
BARE_ADDRESS = (
    r"(?<![A-Za-z0-9/\"'=])[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9][A-Za-z0-9._~:/?#@!$&'*+,;=%-]*"
    r"(?:\([A-Za-z0-9._~/-]*\)[A-Za-z0-9._~:/?#@!$&'*+,;=%-]*)*(?<![.,;:!?'*\[])"
)

"""Web addresses, parsed as browsers parse them (https://url.spec.whatwg.org), by Ada.

Python's `urlsplit` follows another standard: it takes `https://evil.example\\@www.gov.cn/` for a
page of www.gov.cn, where every browser goes to evil.example.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from typing import NamedTuple

# What browsers take out of an address before they look at it.
IGNORED = re.compile(r"[\t\n\r]")
SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
# Also what was meant as one.
WEB = re.compile(r"https?[:：]|[/\\]{2}", re.I)
COMPLETE = re.compile(r"(?:https?:)?[/\\]{2}", re.I)
# Full-width signs that an input method writes, and what was meant.
WIDE = {"／": "/", "：": ":", "？": "?", "＃": "#", "＆": "&", "＝": "=", "．": "."}
# What is wrong with a picture that is written into the text, and how to mend it.
EMBEDDED_IMAGE = (
    "图片的数据直接写在了正文里（“data:image/…”），网页上不显示",
    "把图片存成文件放进 images/，写成 ![图里有什么](/images/文件名)",
)
# The first page of a site.
HOME_PAGE = re.compile(r"https?://[^/?#]+/?(?:(?:index|default)\.[a-z]+)?", re.I)
LOCAL_ENDINGS = (".local", ".lan", ".internal", ".localhost")


class WebAddress(NamedTuple):
    """`href` is the address as a browser goes to it, `host` in lower case and in Punycode."""

    href: str
    host: str
    has_user: bool

    @property
    def is_internal(self) -> bool:
        """Whether only computers of the same network can reach it."""
        try:
            return not ipaddress.ip_address(self.host.strip("[]")).is_global
        except ValueError:
            return "." not in self.host.rstrip(".") or self.host.rstrip(".").endswith(LOCAL_ENDINGS)


def is_home_page(address: str) -> bool:
    return HOME_PAGE.fullmatch(address) is not None


def cleaned(written: str) -> str:
    """An address without what browsers ignore in it."""
    return IGNORED.sub("", written).strip(" ")


def scheme_of(address: str) -> str:
    """In lower case; empty for a path."""
    match = SCHEME.match(address)
    return match["scheme"].lower() if match else ""


def is_embedded_image(address: str) -> bool:
    """Whether it holds a picture itself instead of leading to one."""
    return cleaned(address[:40]).lower().startswith("data:image/")


def is_web(address: str) -> bool:
    """Whether a browser would leave the path of this site, or try to."""
    return WEB.match(address) is not None


@lru_cache(maxsize=4096)
def parse_web_address(address: str) -> WebAddress | None:
    """None for what a browser does not take for a web address."""
    if not COMPLETE.match(address):
        # https:www.gov.cn is a path where the page itself has come by https.
        return None
    # Imported here: most records link to nothing outside.
    from ada_url import URL

    try:
        url = URL(address, base="https://site.invalid/")
    except ValueError:
        return None
    if url.protocol not in {"http:", "https:"} or not url.hostname:
        return None
    return WebAddress(url.href, url.hostname, bool(url.username or url.password))


def host_of(address: str) -> str:
    """The host of a web address, without the dot at its end; empty where there is none."""
    found = parse_web_address(cleaned(address)) if is_web(cleaned(address)) else None
    return found.host.rstrip(".") if found else ""


def problem_of(address: str) -> tuple[str, str] | None:
    """What is wrong with a web address, and how to mend it."""
    found = parse_web_address(address)
    if found is None:
        wide = [sign for sign in WIDE if sign in address]
        if wide:
            pairs = "、".join(f"“{sign}”改成“{WIDE[sign]}”" for sign in wide)
            return f"网址“{address}”里有全角符号", f"把{pairs}"
        return f"网址“{address}”写得不对，打不开", "从浏览器的地址栏重新复制"
    if found.has_user:
        message = f"网址“{address}”里有“@”，实际打开的是 {found.host}"
        return message, "从浏览器的地址栏重新复制"
    if found.is_internal:
        return f"“{address}”是内部地址，外面的人打不开", "换成公开的网址，或删去链接"
    return None

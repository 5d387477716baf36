"""Where external links lead: pretended hosts, lapsed ones, and the prompt before leaving."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.crawl.context import Context
from plugins.crawl.page import Element, Note, Page
from plugins.texts.web_address import WebAddress, cleaned, is_web, parse_web_address

# The suffixes of party and government bodies; 政务 is xn--zfr164b.
GOVERNMENT = (".gov.cn", ".xn--zfr164b")
# gov-cn.com, zj.gov.cn.example.com, g0v.cn, gov.cn-login.com.
PRETENDS = re.compile(r"(^|[.-])[gq][o0]v[.-]?cn([.-]|$)|(^|[.-])g0v\.cn$|(^|[.-])gov\.cn[.-]")
PROMPTS = "leaving/"
PROMPT_RELS = {"external", "noopener"}


def check_hosts(page: Page, context: Context) -> Iterator[Note]:
    is_prompt = page.plain_path.startswith(PROMPTS)
    for tag in page.all("a", "area"):
        prompted = tag.get("data-external")
        for value in filter(None, (tag.get("href"), prompted)):
            if not is_web(cleaned(value)):
                continue
            found = parse_web_address(cleaned(value))
            if found is None:
                hint = "从浏览器的地址栏重新复制"
                yield Note("link-host", tag, f"网址“{value}”写得不对，打不开", hint)
                continue
            yield from _host(tag, value, found, context)
        href = tag.get("href") or ""
        if is_web(cleaned(href)) and host_in(href) not in ("", context.host):
            yield from _prompt(tag, href, is_prompt, context)


def host_in(address: str) -> str:
    found = parse_web_address(cleaned(address)) if is_web(cleaned(address)) else None
    return found.host.rstrip(".") if found else ""


def is_government(host: str, context: Context) -> bool:
    """Or trusted by the bureau; the site itself too."""
    if host == "gov.cn" or host.endswith(GOVERNMENT) or host == context.host:
        return True
    # 党政机关网站标识 is shown by CONAC: a footer must lead there directly.
    trusted = (*context.bureau.trusted_hosts, urlsplit(context.bureau.mark.address).hostname or "")
    return any(host == name or host.endswith(f".{name}") for name in trusted)


def _host(tag: Element, value: str, found: WebAddress, context: Context) -> Iterator[Note]:
    host = found.host.rstrip(".")
    if found.has_user:
        message = f"网址“{value}”里有“@”，实际打开的是 {host}"
        yield Note("link-host", tag, message, "从浏览器的地址栏重新复制，或删去链接")
    if any(host == name or host.endswith(f".{name}") for name in context.lapsed):
        message = f"链接“{value}”的域名 {host} 已经关停或失效"
        hint = (
            "删去链接，或换成新的网址；关停的域名会被别人注册（名单在 bureau.yml 的 lapsed_hosts）"
        )
        yield Note("lapsed-host", tag, message, hint)
        return
    if is_government(host, context):
        return
    if _is_ip(host):
        message = f"链接“{value}”用的是IP地址，没有域名"
        yield Note("link-host", tag, message, "换成域名的网址，或删去链接")
    elif "xn--" in host:
        yield Note("link-host", tag, *_international(value, host))
    elif PRETENDS.search(host):
        message = f"域名 {host} 像政府网站，但不是"
        yield Note(
            "link-host",
            tag,
            message,
            "政府网站的域名以 .gov.cn 或 .政务 结尾，核对后改正或删去链接",
        )
    elif re.search(r"gov\.cn$", host):
        message = f"域名 {host} 容易被当成政府网站（不是以 .gov.cn 结尾）"
        yield Note("link-host", tag, message, "核对后改正或删去链接")


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _international(value: str, host: str) -> tuple[str, str]:
    """Of a host in Punycode: which alphabets it mixes."""
    try:
        name = host.encode("ascii").decode("idna")
    except UnicodeError:
        name = host
    alphabets = {unicodedata.name(sign, "?").partition(" ")[0] for sign in name if sign.isalpha()}
    foreign = sorted(alphabets - {"LATIN", "CJK"})
    if foreign or len(alphabets) > 1:
        message = f"域名“{name}”（{host}）混用了几种文字，看上去像另一个网站"
    else:
        message = f"链接“{value}”的域名“{name}”（{host}）不是 .gov.cn 或 .政务"
    return message, "核对是不是真的网站；是的，写进 bureau.yml 的 trusted_hosts，不是的，删去链接"


def _prompt(tag: Element, href: str, is_prompt: bool, context: Context) -> Iterator[Note]:
    """A link that leaves for a site that is not the government's says so before."""
    rels = set((tag.get("rel") or "").lower().split())
    if "noopener" not in rels:
        message = f"外部链接“{href}”没有 rel=“noopener”"
        yield Note("link-prompt", tag, message, "加上 rel=“noopener”，打开的网站就不能改动本网页")
    if not is_prompt and not is_government(host_in(href), context):
        message = f"链接“{href}”不是政府网站，点击时没有离开本网站的提示"
        hint = "链接到“即将离开本网站”的提示页；不需要提示的，写进 bureau.yml 的 trusted_hosts"
        yield Note("link-prompt", tag, message, hint)

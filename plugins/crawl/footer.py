"""The seven items at the bottom of every page (国办发〔2017〕47号 and inspection products)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from plugins.bureau.languages import ENGLISH, TRADITIONAL
from plugins.crawl.context import MISTAKE_HOST, OLD_MISTAKE_HOSTS, Context
from plugins.crawl.page import Element, Note, Page, words
from plugins.texts.web_address import host_of

ICP_HOST = "beian.miit.gov.cn"
POLICE_HOSTS = ("beian.mps.gov.cn", "www.beian.gov.cn")
MARK_HOST = "bszs.conac.cn"
SITE_MAP = re.compile(r"(站点|网站|網站)地[图圖]|站點地圖|site ?map", re.I)
CODE = re.compile(r"(?:标识码|標識碼|identification code)\s*[:：]?\s*([0-9a-z]+)", re.I)
SOURCE = "content/bureau.yml 和 theme/templates/parts/footer.html"


def check_footer(page: Page, context: Context) -> Iterator[Note]:
    footer = _footer(page)
    if footer is None:
        hint = (
            "网页底部用 <footer> 写明七项：党政机关网站标识、找错、标识码、主办单位及联系方式、"
            "ICP备案、公安备案、站点地图"
        )
        yield Note("footer-missing", None, "网页没有底部功能区", hint, source=SOURCE)
        return
    text = words(footer)
    links = [tag for tag in footer.iter("a") if tag.get("href")]
    for note in (
        *_mark(footer, links, context),
        *_mistake(page, footer, links, context),
        *_code(footer, text, context),
        *_organiser(page, footer, text, context),
        *_records(page, footer, text, links, context),
        *_site_map(footer, links),
    ):
        yield note._replace(source=SOURCE)


def _footer(page: Page) -> Element | None:
    """The last footer that is not one of an article."""
    marked = [*page.all("footer")]
    marked += [
        t
        for t in page.all("div", "section")
        if t.get("role") == "contentinfo" or t.get("id") == "footer"
    ]
    outside = [
        tag for tag in marked if not any(t.tag in ("main", "article") for t in tag.iterancestors())
    ]
    return outside[-1] if outside else None


def _to(links: list[Element], *hosts: str) -> list[Element]:
    return [tag for tag in links if host_of(tag.get("href")) in hosts]


def _mark(footer: Element, links: list[Element], context: Context) -> Iterator[Note]:
    wanted = context.bureau.mark.address
    found = _to(links, MARK_HOST)
    if not found:
        yield Note("footer-mark", footer, "网页底部没有党政机关网站标识的链接", f"链接到 {wanted}")
    elif found[0].get("href") != wanted:
        message = f"党政机关网站标识链接到“{found[0].get('href')}”，与 bureau.yml 的编号不一样"
        yield Note("footer-mark", found[0], message, f"应是 {wanted}")
    for image in footer.iter("img"):
        if "red_error" in (image.get("src") or ""):
            message = "党政机关网站标识的图片是 red_error.png：登记的信息有误"
            yield Note("footer-mark", image, message, "与机构编制部门核对登记，再换图片")


def _mistake(page: Page, footer: Element, links: list[Element], context: Context) -> Iterator[Note]:
    code = context.bureau.site_id_code
    old = _to(links, *OLD_MISTAKE_HOSTS)
    scripts = [tag for tag in page.all("script") if host_of(tag.get("src") or "") == MISTAKE_HOST]
    found = _to(links, MISTAKE_HOST)
    if old:
        message = f"“我为政府网站找错”链接到停用的网址“{old[0].get('href')}”"
        yield Note("footer-mistake", old[0], message, f"换成 https://{MISTAKE_HOST}/ 的入口")
    elif not found and not scripts:
        hint = f"链接到 https://{MISTAKE_HOST}/exposure/jiucuo.html?site_code={code}&url=本页网址"
        yield Note("footer-mistake", footer, "网页底部没有“我为政府网站找错”的入口", hint)
    codes = [(tag, tag.get("sitecode") or "") for tag in scripts]
    for tag in found:
        query = parse_qs(urlsplit(tag.get("href")).query)
        codes.append((tag, query.get("site_code", [""])[0]))
        about = query.get("url", [""])[0]
        # What is wrong in the page in traditional characters is mended in the other one.
        plain = page.canonical.replace(f"/{TRADITIONAL}/", "/", 1)
        if about and page.canonical and about not in (page.canonical, plain):
            message = f"找错入口说的网址是“{about}”，不是这个网页"
            yield Note("footer-mistake", tag, message, f"url= 应是 {page.canonical}")
    for tag, written in codes:
        if written != code:
            message = f"找错入口的标识码是“{written}”，与 bureau.yml 不一样"
            yield Note("footer-mistake", tag, message, f"应是 {code}")


def _code(footer: Element, text: str, context: Context) -> Iterator[Note]:
    code = context.bureau.site_id_code
    written = [found[1] for found in CODE.finditer(text)]
    if not written:
        yield Note("footer-code", footer, "网页底部没有网站标识码", f"写“网站标识码：{code}”")
    elif written[0] != code:
        message = f"网页底部的网站标识码是“{written[0]}”，与 bureau.yml 不一样"
        yield Note("footer-code", footer, message, f"应是 {code}")


def _organiser(page: Page, footer: Element, text: str, context: Context) -> Iterator[Note]:
    bureau = context.bureau
    contact = bureau.contact
    wanted = {
        "主办单位": context.in_language(bureau.organiser, page.language),
        "电话": contact.phone,
    }
    if page.language != ENGLISH:
        wanted["地址"] = context.in_language(contact.address, page.language)
        wanted["邮编"] = contact.postcode
    for label, value in wanted.items():
        if value not in text:
            message = f"网页底部没有写{label}“{value}”"
            yield Note("footer-organiser", footer, message, "写明主办单位、地址、邮编和电话")


def _records(
    page: Page, footer: Element, text: str, links: list[Element], context: Context
) -> Iterator[Note]:
    bureau = context.bureau
    # A page in traditional characters has these in its own, a page in English as they are.
    icp = context.in_language(bureau.icp_record, page.language)
    police = context.in_language(bureau.police_record, page.language)
    if icp not in text:
        yield Note(
            "footer-icp",
            footer,
            f"网页底部没有ICP备案编号“{icp}”",
            f"写“{icp}”，链接到 https://{ICP_HOST}/",
        )
    elif not any(icp in words(tag) for tag in _to(links, ICP_HOST)):
        message = f"ICP备案编号“{icp}”没有链接到工业和信息化部的备案网站"
        yield Note("footer-icp", footer, message, f"链接到 https://{ICP_HOST}/")
    number = re.sub(r"\D", "", police)
    if "".join(police.split()) not in "".join(text.split()):
        hint = f"写“{police}”，链接到 https://{POLICE_HOSTS[0]}/"
        yield Note("footer-police", footer, f"网页底部没有公安备案编号“{police}”", hint)
    elif not any(number in tag.get("href") for tag in _to(links, *POLICE_HOSTS)):
        message = f"公安备案编号“{police}”没有链接到自己的备案页"
        hint = f"链接到 https://{POLICE_HOSTS[0]}/#/query/webSearch?code={number}"
        yield Note("footer-police", footer, message, hint)


def _site_map(footer: Element, links: list[Element]) -> Iterator[Note]:
    if not any(SITE_MAP.search(words(tag)) for tag in links):
        yield Note(
            "footer-sitemap",
            footer,
            "网页底部没有站点地图的链接",
            "链接到 sitemap.html，写“网站地图”",
        )

"""The meta tags of the annex of 国办发〔2017〕47号, the title and the language of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.bureau import BUREAU_FILE, COLUMN_TYPES, Column
from plugins.bureau.languages import ENGLISH, TRADITIONAL
from plugins.bureau.model import SITE_ID_CODE
from plugins.crawl.context import Context
from plugins.crawl.page import Element, Note, Page, words
from plugins.findings import Severity

SITE = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE = ("ArticleTitle", "PubDate", "ContentSource")
ALL = (*SITE, *COLUMN, *ARTICLE, "Keywords", "Author", "Description", "Image", "Url")
PLACEHOLDER = re.compile(
    r"null|none|nil|undefined|nan|todo|tbd|待填写?|示例|x+|-+|…+|\{\{.*|\{%.*", re.I
)
PUB_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d")
MOMENT = re.compile(r"\d{4}[-年/]\d{1,2}[-月/]\d{1,2}日?[ T]?\d{1,2}[:：]\d{2}")
LANGUAGES = {"": "zh-CN", TRADITIONAL: "zh-Hant", ENGLISH: "en"}
FRAME = f"content/{BUREAU_FILE}"


def check_tags(page: Page, context: Context) -> Iterator[Note]:
    yield from _site(page, context)
    column = context.by_code.get(page.column)
    if column and not page.is_home:
        yield from _column(page, context, column)
    if page.is_article:
        yield from _article(page)
    yield from _optional(page, context)
    yield from _title(page, context)
    yield from _language(page)


def _site(page: Page, context: Context) -> Iterator[Note]:
    bureau = context.bureau
    wanted = {
        "SiteName": context.in_language(bureau.site_name, page.language),
        "SiteDomain": bureau.host,
        "SiteIDCode": bureau.site_id_code,
    }
    for name, value in wanted.items():
        wrong = _wrong_tag(page, name)
        if wrong:
            yield Note(
                "tag-site",
                *wrong,
                f'每个网页写一次 <meta name="{name}" content="{value}">',
                source=FRAME,
            )
            continue
        (tag,) = page.metas(name)
        found = tag.get("content").strip()
        if name == "SiteIDCode" and not re.fullmatch(SITE_ID_CODE, found):
            hint = "标识码是 10 位数字，中央部门的是 bm 加 8 位数字"
            yield Note(
                "tag-site", tag, f"SiteIDCode“{found}”不是网站标识码的格式", hint, source=FRAME
            )
        elif found != value:
            message = f"{name} 是“{found}”，与 bureau.yml 不一样"
            yield Note("tag-site", tag, message, f"应是“{value}”", source=FRAME)


def _column(page: Page, context: Context, column: Column) -> Iterator[Note]:
    source = f"content/{column.path}"
    for name in COLUMN:
        wrong = _wrong_tag(page, name)
        if wrong:
            hint = f"栏目页和稿件页都写一次 {name}"
            yield Note("tag-column", *wrong, hint, source=source)
    name = context.in_language(column.name, page.language)
    found = page.meta("ColumnName")
    if found and found != name:
        tag = page.metas("ColumnName")[0]
        message = f"ColumnName 是“{found}”，与 _column.yml 的名称不一样"
        yield Note("tag-column", tag, message, f"应是“{name}”", source=source)
    kinds = page.meta("ColumnType")
    allowed = {context.in_language(kind, page.language) for kind in COLUMN_TYPES}
    allowed |= {*COLUMN_TYPES}
    for kind in filter(None, re.split("[,，、]", kinds)):
        if kind.strip() not in allowed:
            message = f"ColumnType“{kind.strip()}”不在附件列出的栏目类型之内"
            tag = page.metas("ColumnType")[0]
            hint = f"换成最接近的一种：{'、'.join(COLUMN_TYPES[1:])}"
            yield Note("tag-column", tag, message, hint, Severity.WARNING, source)


def _article(page: Page) -> Iterator[Note]:
    for name in ARTICLE:
        wrong = _wrong_tag(page, name)
        if wrong:
            yield Note("tag-article", *wrong, f"每篇稿件的网页写一次 {name}")
    title = page.meta("ArticleTitle")
    if title and _joined(title) != _joined(page.heading):
        message = f"ArticleTitle“{title}”与网页上的标题“{page.heading}”不一样"
        yield Note("tag-article", page.metas("ArticleTitle")[0], message, "两处写同一个标题")
    yield from _published(page)
    source = page.meta("ContentSource")
    if source and page.main is not None and _joined(source) not in _joined(words(page.main)):
        message = f"ContentSource“{source}”没有显示在网页上"
        yield Note("tag-article", page.metas("ContentSource")[0], message, "标题下面写明来源")


def _published(page: Page) -> Iterator[Note]:
    """PubDate has its format and says what the page shows."""
    written = page.meta("PubDate")
    if not written:
        return
    tag = page.metas("PubDate")[0]
    if not PUB_DATE.fullmatch(written):
        hint = "写成 2026-11-23 09:00：年-月-日 时:分，24 小时制，没有秒"
        yield Note("tag-article", tag, f"PubDate“{written}”格式不对", hint)
        return
    text = words(page.main) if page.main is not None else ""
    if written in text:
        return
    visible = MOMENT.search(text)
    there = f"网页上显示的是“{visible[0]}”" if visible else "网页上没有显示发布时间"
    yield Note("tag-article", tag, f"PubDate 是“{written}”，{there}", "两处写同一个时间")


def _optional(page: Page, context: Context) -> Iterator[Note]:
    """What is 可选 for articles, and what any page has for search engines."""
    for name in ("Keywords", "Description"):
        if not page.meta(name):
            hint = f'写上 <meta name="{name}" content="…">'
            yield Note("tag-optional", None, f"网页没有 {name}", hint, Severity.WARNING)
    url, canonical = page.meta("Url"), page.canonical
    if url and url != canonical:
        tag = page.metas("Url")[0]
        message = f"Url“{url}”与标准网址 canonical“{canonical}”不一样"
        yield Note("tag-address", tag, message, "两处写同一个以 https:// 开头的网址")
    for name in ("Url", "Image"):
        value = page.meta(name)
        if value and not value.startswith(("https://", "http://")):
            tag = page.metas(name)[0]
            message = f"{name}“{value}”不是完整的网址"
            yield Note("tag-address", tag, message, f"写成 {context.address}…")
    own = context.address + page.path.removesuffix("index.html")
    if canonical and not page.leads_on and canonical not in (own, context.address + page.path):
        tag = next(t for t in page.all("link") if t.get("href") == canonical)
        message = f"标准网址 canonical“{canonical}”不是这个网页的网址"
        yield Note("tag-address", tag, message, f"应是 {own}")


def _title(page: Page, context: Context) -> Iterator[Note]:
    """`标题-栏目-站名` for articles, `…-站名` for all but the home page."""
    site = context.in_language(context.bureau.site_name, page.language)
    titles = [tag for tag in page.all("title") if tag.getparent().tag == "head"]
    title = _spaced(titles[0].text or "") if titles else ""
    if len(titles) != 1 or not title:
        how = "没有标题" if not title else f"有 {len(titles)} 个标题"
        yield Note(
            "page-title",
            titles[0] if titles else None,
            f"网页{how}（title）",
            f"写成“标题-栏目-{site}”",
        )
        return
    if page.is_home and page.language != ENGLISH:
        wanted = site
    elif page.is_article:
        column = page.meta("ColumnName") or _column_name(page, context)
        is_same = _joined(column) == _joined(page.heading)
        wanted = f"{page.heading}-{site}" if is_same else f"{page.heading}-{column}-{site}"
    else:
        wanted = f"{page.heading}-{site}"
    if not _is_titled(_joined(title), _joined(wanted), _joined(site), page):
        message = f"网页的标题（title）是“{title}”"
        yield Note("page-title", titles[0], message, f"应是“{wanted}”")


def _column_name(page: Page, context: Context) -> str:
    """That a missing tag is missing is told once, and not as a wrong title too."""
    column = context.by_code.get(page.column)
    return context.in_language(column.name, page.language) if column else ""


def _is_titled(title: str, wanted: str, site: str, page: Page) -> bool:
    """An article may tell more behind its heading, such as which text of a statute it is; other
    pages may have another title than heading.
    """
    if title == wanted:
        return True
    if page.is_home:
        return False
    if not page.is_article:
        return title.endswith(f"-{site}") and title != f"-{site}"
    heading = _joined(page.heading)
    return (
        bool(heading)
        and title.startswith(f"{heading}（")
        and title.endswith(wanted[len(heading) :])
    )


def _language(page: Page) -> Iterator[Note]:
    wanted = LANGUAGES[page.language]
    written = page.root.get("lang") or ""
    if written.lower() != wanted.lower():
        now = f"写的是 lang=“{written}”" if written else "没有写语言（lang）"
        message = f"网页的 <html> {now}"
        yield Note(
            "page-language",
            page.root,
            message,
            f'写成 <html lang="{wanted}">',
            source="theme/templates/",
        )


def _wrong_tag(page: Page, name: str) -> tuple[Element | None, str] | None:
    """What is wrong with a tag that must be there once with a value."""
    found = page.metas(name)
    if not found:
        cased = [t for t in page.all("meta") if (t.get("name") or "").lower() == name.lower()]
        if cased:
            written = cased[0].get("name")
            return cased[0], f"标签名“{written}”大小写不对，检查的程序只认“{name}”"
        return None, f"网页没有 {name} 标签"
    if len(found) > 1:
        return found[1], f"{name} 标签写了 {len(found)} 次"
    value = (found[0].get("content") or "").strip()
    if not value:
        return found[0], f"{name} 标签是空的"
    if PLACEHOLDER.fullmatch(value):
        return found[0], f"{name} 标签的内容是“{value}”，不是真实内容"
    return None


def _joined(text: str) -> str:
    """Without spaces: a title may break where the other does not."""
    return "".join(text.split())


def _spaced(text: str) -> str:
    return " ".join(text.split())

"""The links of a record's text, written for the page on which it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from markupsafe import Markup
from markupsafe import escape as escape_markup

from plugins.bureau.addresses import path_of
from plugins.records import Record
from plugins.records.assets import Asset
from plugins.relations import LinkTarget, TargetKind
from plugins.relations.citations import ResolvedCitation
from plugins.site.citations import linked
from plugins.site.model import Site
from plugins.site.urls import is_government, leaving_address

# All values are quoted; attribute by attribute, for a value may hold what looks like another.
ATTRIBUTES = r'((?:\s[\w-]+="[^"]*")*?)'
ANCHOR = re.compile(rf'<a{ATTRIBUTES}\shref="([^"]*)"{ATTRIBUTES}>(.*?)</a>', re.S)
ALT = re.compile(r'\salt="([^"]*)"')
IMAGE = re.compile(rf'<img{ATTRIBUTES}\ssrc="([^"]*)"{ATTRIBUTES}>')


def body_html(
    site: Site,
    record: Record,
    href: Callable[[str], str],
    cited: list[ResolvedCitation] | None = None,
    drawn: bool = False,
) -> Markup:
    """The record's HTML with its links and citations, prompts and image sizes.

    `cited` are its citations, if the caller has them already. `drawn`: drawings stand in the HTML,
    in the colours of the page; elsewhere, as in feeds, they stay images.
    """
    if cited is None:
        cited = site.graph.citations_of(record)
    html = linked(site, record, cited, href)
    links = site.graph.links_of(record)
    # Searching for images is slow, and few texts have any.
    pictures = "<img" in html
    if not links and not pictures:
        # Most texts have no links but those of citations, which are inserted already.
        return Markup(html)
    trusted = (*site.bureau.trusted_hosts, site.bureau.host)

    def anchor(found: re.Match[str]) -> str:
        before, written, after, words = found.groups()
        target = links.get(unescape(written))
        rest = before + after
        if target is None or target.kind in {TargetKind.ANCHOR, TargetKind.OTHER}:
            return found[0]
        if target.kind is TargetKind.DEAD:
            return f'<span class="dead-link">{words}</span>'
        if target.kind is not TargetKind.EXTERNAL:
            return f'<a href="{escape(href(target.full_address))}"{rest}>{words}</a>'
        return external_anchor(target.address, words, rest, href, trusted)

    def image(found: re.Match[str]) -> str:
        before, written, after = found.groups()
        target = links.get(unescape(written))
        if target is None or target.kind is not TargetKind.ASSET:
            return ""
        asset = site.library.assets.get(path_of(target.address)) if drawn else None
        if asset and asset.drawing:
            alt = next(iter(ALT.findall(before + after)), "")
            return drawn_image(asset, Markup(alt))
        return f'<img{before} src="{escape(href(target.address))}"{_size(site, target)}{after}>'

    html = ANCHOR.sub(anchor, html)
    return Markup(IMAGE.sub(image, html) if pictures else html)


def external_anchor(
    url: str, words: str, rest: str, href: Callable[[str], str], trusted: tuple[str, ...]
) -> str:
    if is_government(url, trusted):
        return f'<a href="{escape(url)}" rel="noopener"{rest}>{words}</a>'
    return (
        f'<a class="external" rel="external noopener noreferrer" '
        f'href="{escape(href(leaving_address(url)))}" data-external="{escape(url)}" '
        f'data-element="external-link"{rest}>{words}'
        f'<span class="visually-hidden">（外部网站）</span></a>'
    )


def drawn_image(asset: Asset, alt: str) -> Markup:
    """The drawing itself; a screen reader meets one image with its words."""
    size = f' width="{asset.width}" height="{asset.height}"' if asset.width else ""
    start = f'<svg class="drawing" role="img" aria-label="{escape_markup(alt)}"{size}'
    return Markup(start + asset.drawing.removeprefix("<svg"))


def _size(site: Site, target: LinkTarget) -> str:
    asset = site.library.assets.get(path_of(target.address))
    if not asset or not asset.width:
        return ' loading="lazy"'
    return f' width="{asset.width}" height="{asset.height}" loading="lazy"'

"""The contact sheet: a page with all pictures, small; each opens in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from looks.modes import MODES, Mode, file_name

STYLE = """
body { margin: 0; font: 15px/1.6 sans-serif; color: #222; background: #eee; }
header, section { padding: 12px 20px; }
header { background: #fff; }
nav { columns: 14em; }
h1, h2 { margin: 0 0 8px; font-size: 20px; }
h2 small { font-weight: normal; color: #555; }
.pictures { display: flex; gap: 12px; overflow-x: auto; align-items: flex-start; }
figure { flex: none; margin: 0; }
figcaption { font-size: 13px; }
.frame { display: block; height: 480px; overflow: hidden; border: 1px solid; background: #fff; }
img { display: block; width: 100%; }
"""
# Half the size of the page, the widest a bit smaller.
SHOWN = {360: 180, 768: 300}
WIDEST = 420


def sheet(pages: Mapping[str, str], modes: Sequence[Mode] = MODES) -> str:
    """The page; `pages` are the names of kinds and the addresses of their pages."""
    links = "\n".join(f'<a href="#{_anchor(name)}">{escape(name)}</a><br>' for name in pages)
    sections = "\n".join(_section(name, address, modes) for name, address in pages.items())
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>样张</title>'
        f"<style>{STYLE}</style></head><body>\n"
        f"<header><h1>样张：{len(pages)}种页面</h1><nav>{links}</nav></header>\n"
        f"{sections}\n</body></html>\n"
    )


def _section(name: str, address: str, modes: Sequence[Mode]) -> str:
    figures = "\n".join(_figure(name, mode, width) for mode in modes for width in mode.widths)
    return (
        f'<section id="{_anchor(name)}"><h2>{escape(name)} <small>{escape(address)}</small></h2>'
        f'<div class="pictures">\n{figures}\n</div></section>'
    )


def _figure(name: str, mode: Mode, width: int) -> str:
    file, words = file_name(name, mode, width), f"{mode.name} {width}"
    shown = SHOWN.get(width, WIDEST)
    return (
        f'<figure style="width:{shown}px"><a class="frame" href="{file}">'
        f'<img src="{file}" loading="lazy" alt="{escape(name)}，{words}"></a>'
        f"<figcaption>{words}</figcaption></figure>"
    )


def _anchor(name: str) -> str:
    return name.replace(" ", "-")

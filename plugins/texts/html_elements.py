"""The elements of HTML, to tell a tag from words in angle brackets such as <PM2.5标准>.

The HTML standard, section 4 and 16.2 (obsolete elements); of SVG and MathML the outermost only.
"""

from __future__ import annotations

INLINE_ELEMENTS = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data",
        "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt",
        "rtc", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
        "tt", "u", "var",
    }
)  # fmt: skip
VOID_ELEMENTS = frozenset(
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image",
        "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
    }
)  # fmt: skip
BLOCK_ELEMENTS = frozenset(
    {
        "address", "applet", "article", "aside", "audio", "blockquote", "body", "button",
        "canvas", "caption", "center", "colgroup", "datalist", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "html", "iframe",
        "isindex", "legend", "li", "listing", "main", "map", "marquee", "math", "menu", "meter",
        "multicol", "nav", "noembed", "noframes", "noscript", "object", "ol", "optgroup",
        "option", "output", "p", "picture", "plaintext", "portal", "pre", "progress", "rb",
        "script", "search", "section", "select", "slot", "style", "summary", "svg", "table",
        "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "title", "tr", "ul",
        "video", "xmp",
    }
)  # fmt: skip
KNOWN_ELEMENTS = INLINE_ELEMENTS | VOID_ELEMENTS | BLOCK_ELEMENTS

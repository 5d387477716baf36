"""Changing the texts of a page in their context, and its attributes; everything else stays.

The pages are our own: well formed, with quoted attributes, `<` in them escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

TAG = re.compile(
    r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.S
)
ATTRIBUTE = re.compile(r"\s([^\s=\"'<>/]++)=\"([^\"]*+)\"")
# Elements within which a phrase may go on; at any other a text ends.
INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd",
     "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
     "u", "var", "wbr")
)  # fmt: skip
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
     "wbr")
)  # fmt: skip
# What they hold is no text to be read, or not to be read in other letters.
LEFT_ALONE = frozenset(("script", "style", "code", "kbd", "samp", "textarea"))
# Attributes with words. `content` of a meta element has words too, or an address without any.
WORDS = frozenset(
    ("alt", "aria-label", "aria-description", "content", "data-label", "label", "placeholder",
     "summary", "title")
)  # fmt: skip
# In which language a part is that is changed with the rest.
OWN_LANGUAGES = frozenset(("zh", "zh-CN"))

Change = Callable[[str], str]
# Given the name and the attributes of an element: those to replace, None for one to take away.
ChangeAttributes = Callable[[str, Mapping[str, str]], Mapping[str, str | None]]


def rewrite(
    html: str,
    change: Change,
    change_attributes: ChangeAttributes,
    own_languages: frozenset[str] = OWN_LANGUAGES,
) -> str:
    """The page with its texts changed: a text of a block at once, whatever inline tags it has.

    What is in a `<script>` or in `<code>`, and what is marked as of another language, stays.
    """
    return _Rewriting(change, change_attributes, own_languages).page(html)


class _Rewriting:
    def __init__(
        self, change: Change, change_attributes: ChangeAttributes, own_languages: frozenset[str]
    ) -> None:
        self._change, self._change_attributes = change, change_attributes
        self._own_languages = own_languages
        self._pieces: list[str] = []
        # The places in `_pieces` of the text that is going on.
        self._run: list[int] = []
        # The name of the element that stays, and how many of its name are open.
        self._kept, self._depth = "", 0

    def page(self, html: str) -> str:
        end = 0
        for tag in TAG.finditer(html):
            if tag.start() > end:
                self._text(html[end : tag.start()])
            end = tag.end()
            self._tag(tag)
        self._text(html[end:])
        self._end_of_text()
        return "".join(self._pieces)

    def _text(self, text: str) -> None:
        if not (self._kept or text.isascii()):
            self._run.append(len(self._pieces))
        elif self._run and not self._kept and not text.isspace():
            # Words in Latin letters are a part of the text, if they stand in it.
            self._run.append(len(self._pieces))
        self._pieces.append(text)

    def _end_of_text(self) -> None:
        run, pieces = self._run, self._pieces
        if not run:
            return
        self._run = []
        whole = "".join([pieces[place] for place in run])
        changed = self._change(whole)
        if len(run) > 1 and len(changed) != len(whole):
            for place in run:
                pieces[place] = self._change(pieces[place])
            return
        start = 0
        for place in run[:-1]:
            end = start + len(pieces[place])
            pieces[place] = changed[start:end]
            start = end
        pieces[run[-1]] = changed[start:]

    def _tag(self, tag: re.Match[str]) -> None:
        closing, name, rest = tag.groups()
        if name is None:  # A comment.
            self._pieces.append(tag[0])
            return
        if name not in INLINE:
            self._end_of_text()
        if self._kept:
            if name == self._kept:
                self._depth += -1 if closing else 1
                if not self._depth:
                    self._kept = ""
            self._pieces.append(tag[0] if closing else self._changed_tag(tag, words=False))
            return
        if closing:
            self._pieces.append(tag[0])
            return
        self._pieces.append(self._changed_tag(tag, words=True))
        if name in VOID:
            return
        language = re.search(r'\slang="([^"]*)"', rest) if "lang=" in rest else None
        is_other = language and name != "html" and language[1] not in self._own_languages
        if name in LEFT_ALONE or is_other:
            self._end_of_text()
            self._kept, self._depth = name, 1

    def _changed_tag(self, tag: re.Match[str], words: bool) -> str:
        name, rest = tag[2], tag[3]
        if "=" not in rest:
            written: dict[str, str] = {}
        else:
            written = dict(ATTRIBUTE.findall(rest))
        changes = dict(self._change_attributes(name, written))
        if words and not rest.isascii():
            for key in WORDS & written.keys() - changes.keys():
                changes[key] = self._change(written[key])
        if not changes:
            return tag[0]

        def attribute(match: re.Match[str]) -> str:
            key = match[1]
            if key not in changes:
                return match[0]
            value = changes[key]
            return "" if value is None else f' {key}="{value}"'

        added = "".join(
            f' {key}="{value}"'
            for key, value in changes.items()
            if key not in written and value is not None
        )
        return f"<{name}{ATTRIBUTE.sub(attribute, rest)}{added}>"

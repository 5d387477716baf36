"""Changing the texts of a page in their context, and its attributes; everything else stays.

The pages are our own: well formed, with quoted attributes, `<` in them escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

# In a text that is split by it every second part is a tag or a comment.
TAGS = re.compile(r"(<!--.*?-->|</?[a-zA-Z](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>)", re.S)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)(.*)>", re.S)
ATTRIBUTE = re.compile(r"\s([^\s=\"'<>/]++)=\"([^\"]*+)\"")
LANGUAGE = re.compile(r"\slang=\"([^\"]*)\"")
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

# Given texts, the same texts changed.
Change = Callable[[list[str]], list[str]]
# Given the name and the attributes of an element: those to replace, None for one to take away.
ChangeAttributes = Callable[[str, Mapping[str, str]], Mapping[str, str | None]]
# So many tags are remembered, which on the pages of one folder are mostly the same.
MANY_TAGS = 20_000


class Tag(NamedTuple):
    """What becomes of a tag: where it stands in a text that is changed, and where it does not."""

    changed: str
    unchanged: str
    name: str
    is_closing: bool
    ends_text: bool
    # Whether what the element holds stays as it is.
    is_kept: bool


class Rewriter:
    """Changes the texts of pages: a text of a block at once, whatever inline tags it has.

    What is in a `<script>` or in `<code>`, and what is marked as of another language, stays. Of
    other elements the attributes with words are changed, and what `change_attributes` says. It must
    say the same of the same tag on all pages that one rewriter is given.
    """

    def __init__(self, change: Change, change_attributes: ChangeAttributes) -> None:
        self._change, self._change_attributes = change, change_attributes
        self._tags: dict[str, Tag] = {}

    def page(self, html: str) -> str:
        pieces = TAGS.split(html)
        runs: list[list[int]] = []
        run: list[int] = []
        # The name of the element that stays, and how many of its name are open.
        kept, depth = "", 0
        for place, piece in enumerate(pieces):
            if not place % 2:
                # Words in Latin letters are a part of a text that began, if they stand in it.
                if not kept and (not piece.isascii() or (run and piece and not piece.isspace())):
                    run.append(place)
                continue
            tag = self._tags.get(piece) or self._read(piece)
            if run and tag.ends_text:
                runs.append(run)
                run = []
            if kept:
                pieces[place] = tag.unchanged
                if tag.name == kept:
                    depth += -1 if tag.is_closing else 1
                    if not depth:
                        kept = ""
                continue
            pieces[place] = tag.changed
            if tag.is_kept:
                if run:
                    runs.append(run)
                    run = []
                kept, depth = tag.name, 1
        if run:
            runs.append(run)
        self._change_runs(pieces, runs)
        return "".join(pieces)

    def _change_runs(self, pieces: list[str], runs: list[list[int]]) -> None:
        """Change all texts of a page, each of which stands at some places of its pieces."""
        wholes = ["".join([pieces[place] for place in run]) for run in runs]
        for run, whole, changed in zip(runs, wholes, self._change(wholes), strict=True):
            if len(run) > 1 and len(changed) != len(whole):
                parts = self._change([pieces[place] for place in run])
                for place, part in zip(run, parts, strict=True):
                    pieces[place] = part
                continue
            start = 0
            for place in run[:-1]:
                end = start + len(pieces[place])
                pieces[place] = changed[start:end]
                start = end
            pieces[run[-1]] = changed[start:]

    def _read(self, piece: str) -> Tag:
        parsed = TAG.fullmatch(piece)
        if parsed is None:  # A comment.
            return Tag(piece, piece, "", False, False, False)
        closing, name, rest = parsed.groups()
        ends_text = name not in INLINE
        if closing:
            tag = Tag(piece, piece, name, True, ends_text, False)
        else:
            language = LANGUAGE.search(rest)
            is_other = language and name != "html" and language[1] not in OWN_LANGUAGES
            is_kept = name not in VOID and (name in LEFT_ALONE or bool(is_other))
            unchanged = self._changed(name, rest, words=False) or piece
            changed = unchanged if rest.isascii() else self._changed(name, rest, words=True)
            tag = Tag(changed or piece, unchanged, name, False, ends_text, is_kept)
        if len(self._tags) < MANY_TAGS:
            self._tags[piece] = tag
        return tag

    def _changed(self, name: str, rest: str, words: bool) -> str:
        """The tag with other attributes; empty where none is another."""
        written = dict(ATTRIBUTE.findall(rest)) if "=" in rest else {}
        changes = dict(self._change_attributes(name, written))
        if words:
            keys = [key for key in WORDS & written.keys() if key not in changes]
            changes |= zip(keys, self._change_words([written[key] for key in keys]), strict=True)
        if not changes:
            return ""

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

    def _change_words(self, words: list[str]) -> list[str]:
        """Words in attributes; a language may change them otherwise than texts."""
        return self._change(words)

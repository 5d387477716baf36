"""What `make check RULE=…` says of a rule: the section of the manual as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.manual.rules import kind_labels
from plugins.rules import Example, Rule, load_catalogue
from plugins.rules.shown import pieces

INDENT = "    "


def explained(rule: Rule) -> str:
    return "\n".join(_lines(rule))


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}：{_plain(rule.title)}"
    yield ""
    yield f"严重程度：{rule.severity_words}"
    yield f"查的是：{rule.scope.label}"
    yield f"依据：{_plain(rule.basis)}（{'；'.join(rule.sureness)}）"
    yield f"查出来的意思：{_plain(rule.means)}"
    yield f"怎么改：{_plain(rule.mend)}"
    yield ""
    if rule.note:
        yield from (*_plain(rule.note).rstrip("\n").split("\n"), "")
    yield from _example("写错的例子", rule.failing)
    yield "检查时说："
    yield f"{INDENT}{rule.failing.says}"
    yield ""
    yield from _example("写对的例子", rule.passing)
    yield ""
    page = next(group.code for group in load_catalogue() if rule in group.rules)
    yield f"手册：docs/rules/{page}.md#{rule.id}"


def _example(title: str, example: Example) -> Iterator[str]:
    for number, piece in enumerate(pieces(example, kind_labels())):
        lead = "" if number else f"{title}："
        yield f"{lead}{piece.where}"
        yield from (f"{INDENT}{line}".rstrip() for line in piece.text.split("\n") if piece.text)


def _plain(text: str) -> str:
    return text.replace("`", "")

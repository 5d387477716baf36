"""What an example shows to people: pieces of text, each with words on where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.rules.model import Example


class Piece(NamedTuple):
    """`where` is in Chinese; `text` may be empty, where the words say all; `form` is what it is
    written in.
    """

    where: str
    text: str = ""
    form: str = ""


FORMS = {"md": "markdown", "yml": "yaml", "svg": "xml", "html": "html", "xml": "xml"}


def pieces(example: Example, kinds: Mapping[str, str]) -> Iterator[Piece]:
    """`kinds` are the labels of the kinds of record."""
    if example.day:
        yield Piece(f"检查的那天是 {example.day}")
    if example.kind:
        yield from _record(example, kinds[example.kind])
    for path, text in example.files.items():
        yield Piece(f"没有 {path}") if text is None else _file(path, text)
    for path, changes in example.edits.items():
        for old, new in changes.items():
            yield _edit(path, old, new)
    for path, text in example.sources.items():
        yield _file(f"来源文件 {path}", text)
    for path, parts in example.built.items():
        yield _file(f"{path} 里", "\n".join(parts.values()), _form(path))
    for address, answer in example.answers.items():
        leads = answer.startswith("http")
        yield Piece(f"打开 {address} {f'转到 {answer}' if leads else f'回答 {answer}'}")
    for path in example.made:
        yield Piece(f"{path.replace(chr(10), '↵')}：{example.about}")
    if example.about and not example.made:
        yield Piece(example.about)


def _record(example: Example, label: str) -> Iterator[Piece]:
    where = f"{label}，文件名 {example.name}.md" if example.name else label
    removed = "".join(f"“{name}”" for name, value in example.head.items() if value is None)
    if removed:
        where += f"，没有{removed}"
    lines = [_line(name, value) for name, value in example.head.items() if value is not None]
    head, body = "\n".join(lines), (example.body or "").rstrip("\n")
    if example.body == "":
        where += "，正文是空的"
    if head and body:
        yield Piece(where, f"---\n{head}\n---\n{body}", "markdown")
    else:
        yield Piece(where, head or body, "markdown" if body else "yaml")


def _line(name: str, value: str) -> str:
    """A value of several lines stands below its name."""
    if "\n" not in value:
        return f"{name}: {value}"
    return "\n".join([f"{name}:", *(f"  {line}" for line in value.rstrip("\n").split("\n"))])


def _file(where: str, text: str, form: str = "") -> Piece:
    return Piece(where, text.rstrip("\n"), form or _form(where))


def _edit(path: str, old: str, new: str) -> Piece:
    """What is put beside something is what was added."""
    if not new:
        return Piece(f"{path} 里没有", old, _form(path))
    if new.startswith(f"{old}\n") or new.endswith(f"\n{old}"):
        added = new.removeprefix(f"{old}\n").removesuffix(f"\n{old}").strip("\n")
        return Piece(f"{path} 里加上", added, _form(path))
    return Piece(f"{path} 里“{old.strip()}”写成", new, _form(path))


def _form(path: str) -> str:
    return FORMS.get(path.rpartition(".")[2], "text")

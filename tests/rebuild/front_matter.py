"""A record's text taken apart and put together again, so that one field can be changed."""

from __future__ import annotations

import re

from tests.rebuild.project import Impossible


def parts(text: str) -> tuple[list[str], str]:
    """The lines between the two rules, and the body."""
    found = re.match(r"---\n(.*?)\n---\n?(.*)", text, re.S)
    if not found:
        raise Impossible("no front matter")
    return found[1].split("\n"), found[2]


def joined(lines: list[str], body: str) -> str:
    return "\n".join(["---", *lines, "---", body])


def value(text: str, label: str) -> str | None:
    """What stands behind the label on its line."""
    lines, _ = parts(text)
    found = [line for line in lines if line.startswith(f"{label}:")]
    return found[0].partition(":")[2].strip() if found else None


def with_value(text: str, label: str, new: str | None) -> str:
    """The text with another value of one field, which stays in its place; None takes it away."""
    lines, body = parts(text)
    kept: list[str] = []
    place = None
    inside = False
    for line in lines:
        inside = line.startswith(f"{label}:") or (inside and line[:1] in (" ", "-"))
        if not inside:
            kept.append(line)
        elif place is None:
            place = len(kept)
    if new is not None:
        kept.insert(len(kept) if place is None else place, f"{label}: {new}")
    return joined(kept, body)


def with_body(text: str, addition: str, at_the_beginning: bool = False) -> str:
    """The text with a paragraph more."""
    lines, body = parts(text)
    body = body.strip("\n")
    around = [addition, body] if at_the_beginning else [body, addition]
    return joined(lines, "\n" + "\n\n".join(part for part in around if part) + "\n")

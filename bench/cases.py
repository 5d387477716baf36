"""What editors and developers do between two builds, each a little different every time.

An edit that brings back what was there before would find its pages in a cache. So every one takes
the number of its turn and writes something that was never there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.ours import Scene

TITLE = re.compile(r"^标题: (.+)$", re.M)
TEMPLATE = "templates/base.html"


@dataclass(frozen=True)
class Shown:
    """What the site must show after the build, and on which page."""

    page: str
    text: str


@dataclass(frozen=True)
class Case:
    """An edit, and the target: the share of Hugo's build of the whole site that it may take."""

    name: str
    apply: Callable[[Scene, int], Shown | None]
    target: float | None = None


def nothing(_scene: Scene, _turn: int) -> None:
    """The second build without an edit in between."""


def one_body(scene: Scene, turn: int) -> Shown:
    """A sentence more in the middle of an ordinary record."""
    ordinary = scene.manifest.ordinary
    return add_sentence(scene, ordinary[turn % len(ordinary)], turn)


def add_sentence(scene: Scene, path: str, turn: int) -> Shown:
    sentence = f"这是第{turn + 1}次补充的一句话。"
    file = scene.content / path
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    prose = [place for place, block in enumerate(blocks) if block.endswith("。")]
    blocks[prose[len(prose) // 2]] += sentence
    file.write_text("\n\n".join(blocks), encoding="utf-8")
    return Shown(scene.manifest.page(path), sentence)


def one_title(scene: Scene, turn: int) -> Shown:
    """A record in the middle of its list, not one of those whose text is edited."""
    ordinary = scene.manifest.ordinary
    return _retitle(scene, ordinary[-1 - turn % len(ordinary)], turn)


def newest_title(scene: Scene, turn: int) -> Shown:
    """The newest record stands on the home page, in feeds, and first in its list."""
    return _retitle(scene, scene.manifest.newest, turn)


def _retitle(scene: Scene, path: str, turn: int) -> Shown:
    file, mark = scene.content / path, f"更名第{turn + 1}次"
    text = file.read_text(encoding="utf-8")
    title = TITLE.search(text)[1].partition("（更名")[0]
    file.write_text(TITLE.sub(f"标题: {title}（{mark}）", text, count=1), encoding="utf-8")
    return Shown(scene.manifest.page(path), mark)


def one_clause(scene: Scene, turn: int) -> Shown:
    """The clause that many records cite."""
    file, sentence = scene.content / scene.manifest.statute, f"第{turn + 1}次修改时增加这一句。"
    text = file.read_text(encoding="utf-8")
    clause = re.compile(rf"^{scene.manifest.clause}　.+$", re.M)
    file.write_text(clause.sub(lambda found: found[0] + sentence, text, count=1), encoding="utf-8")
    return Shown(scene.manifest.page(scene.manifest.statute), sentence)


def base_template(scene: Scene, turn: int) -> Shown:
    """The template of every page."""
    file, mark = scene.theme / TEMPLATE, f"<!-- edition {turn + 1} -->"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("</body>", f"{mark}\n</body>"), encoding="utf-8")
    return Shown("index.html", mark)


def midnight(scene: Scene, _turn: int) -> None:
    """The next day: terms end, events are over, what is dated for today appears."""
    scene.pass_midnight()


def fresh_clone(scene: Scene, _turn: int) -> None:
    """The same files written anew, as on a build server that keeps only the cache."""
    for folder in (scene.content, scene.theme):
        for file in folder.rglob("*"):
            os.utime(file)


CASES = (
    Case("nothing changed", nothing, 0.12),
    Case("one body edited", one_body, 0.15),
    Case("one title edited, in the middle", one_title, 0.2),
    Case("one title edited, the newest", newest_title, 0.2),
    Case("one clause edited, cited by {citing}", one_clause, 0.4),
    Case("base template edited", base_template),
    Case("midnight passed", midnight),
    Case("fresh clone, cache kept", fresh_clone),
)


def missing(shown: Shown | None, output: Path) -> str | None:
    """Why the build did not take up an edit, or None when it did."""
    if shown is None:
        return None
    page = output / shown.page
    if not page.is_file():
        return f"there is no page {shown.page}"
    if shown.text not in page.read_text(encoding="utf-8"):
        return f"{shown.page} does not show {shown.text}"
    return None

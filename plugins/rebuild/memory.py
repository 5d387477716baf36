"""What one build leaves for the next, in a folder of its own for each output folder.

`head` is small and says what there was: enough to see that nothing changed. `tail` is what must be
known to make again only what did. Both are plain values; a file that is damaged, foreign or of
another program counts as missing, and the next build then makes everything.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plugins.rebuild.bodies import Bodies

SIGN = b"chengchuang memory 1\n"
DIGEST = 16


def folder_for(cache: Path, output: Path) -> Path:
    """Where the memory of the builds into `output` lies."""
    name = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]
    return cache / name


class Memory:
    """`head` and `tail` are None where there is nothing to go on from."""

    def __init__(self, folder: Path, identity: str, forget: bool = False) -> None:
        self.folder, self.identity = folder, identity
        self.bodies = Bodies(folder)
        self.head: dict[str, Any] | None = None
        self.why_none = ""
        self._tail: dict[str, Any] | None = None
        if forget:
            self.why_none = "按要求不用上次的结果"
            return
        held = _load(folder / "head")
        if held is None:
            self.why_none = "没有可用的上次结果"
        elif held["identity"] != identity:
            self.why_none = "程序、设置或依赖有改动"
        else:
            self.head = held

    @property
    def tail(self) -> dict[str, Any] | None:
        if self._tail is None and self.head is not None:
            self._tail = _load(self.folder / self.head["tail"])
            if self._tail is None:
                self.head, self.why_none = None, "上次的结果已损坏"
        return self._tail

    # Which files of the output folder are ours, whatever else was forgotten or damaged.

    def known_outputs(self) -> set[str]:
        """The paths that earlier builds wrote or were about to write."""
        known: set[str] = set()
        for name in ("outputs", "outputs.again", "intended"):
            held = _load(self.folder / name)
            if isinstance(held, tuple):
                known.update(path for path in held if _inside(path))
        return known

    def intend(self, paths: Iterable[str]) -> None:
        """Note what is about to be written, so that even a killed build's files are known."""
        self.folder.mkdir(parents=True, exist_ok=True)
        _save(self.folder / "intended", tuple(sorted(paths)))

    def save(self, head: dict[str, Any], tail: dict[str, Any] | None, outputs: set[str]) -> None:
        """Keep both; `tail` None keeps the one there is. What is no longer needed is deleted."""
        self.folder.mkdir(parents=True, exist_ok=True)
        paths = tuple(sorted(outputs))
        if paths != _load(self.folder / "outputs"):
            _save(self.folder / "outputs", paths)
            _save(self.folder / "outputs.again", paths)
        if tail is not None:
            name = f"tail-{secrets.token_hex(6)}"
            _save(self.folder / name, tail)
        else:
            name = self.head["tail"]
        _save(self.folder / "head", {**head, "identity": self.identity, "tail": name})
        (self.folder / "intended").unlink(missing_ok=True)
        for file in self.folder.glob("tail-*"):
            if file.name != name:
                file.unlink(missing_ok=True)


def _inside(path: Any) -> bool:
    """A damaged note must not delete anything beside the output folder."""
    return isinstance(path, str) and not path.startswith("/") and ".." not in path.split("/")


def _save(file: Path, value: Any) -> None:
    data = marshal.dumps(value)
    digest = hashlib.blake2b(data, digest_size=DIGEST).digest()
    new = file.with_name(f"{file.name}.new")
    with new.open("wb") as out:
        out.write(SIGN + digest + data)
    os.replace(new, file)


def _load(file: Path) -> Any:
    """None for anything but what `_save` wrote: marshal must never see other bytes."""
    try:
        held = file.read_bytes()
    except OSError:
        return None
    start = len(SIGN) + DIGEST
    if not held.startswith(SIGN):
        return None
    data = memoryview(held)[start:]
    if hashlib.blake2b(data, digest_size=DIGEST).digest() != held[len(SIGN) : start]:
        return None
    try:
        return marshal.loads(data)
    except (EOFError, ValueError, TypeError):
        return None

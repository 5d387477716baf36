"""What one build leaves for the next, in a folder of its own for each output folder.

`head` is small and says what there was: enough to see that nothing changed. Parts and shelves are
what must be known to make again only what did, each in a file of its own: parts are read whole, of
shelves the values that are asked for. All are plain values; a file that is damaged, foreign or of
another program counts as missing, and then everything is made.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plugins.rebuild.bodies import Bodies, Damaged
from plugins.rebuild.shelf import Shelf, write

SIGN = b"chengchuang memory 1\n"
DIGEST = 16
# The part that holds what was laid on the shelves.
LAID = "laid"


def folder_for(cache: Path, output: Path) -> Path:
    """Where the memory of the builds into `output` lies."""
    name = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]
    return cache / name


class Memory:
    """`head` is None where there is nothing to go on from, and `why_none` says why.

    `program` and `told` are fingerprints of the program with all settings, and with those that were
    told it; what was kept is read where one of them is the same, an empty one being none. Without a
    `program` (None) whatever was kept is read.
    """

    def __init__(
        self, folder: Path, program: str | None, told: str = "", forget: bool = False
    ) -> None:
        self.folder, self.program, self.told = folder, program, told
        self.bodies = Bodies(folder)
        self.head: dict[str, Any] | None = None
        self.why_none = ""
        self._parts: dict[str, Any] = {}
        self._shelves: dict[str, Shelf] = {}
        if forget:
            self.why_none = "按要求不用上次的结果"
            return
        held = _load(folder / "head")
        if held is None:
            self.why_none = "没有可用的上次结果"
        elif program is None or _same(held, "program", program) or _same(held, "told", told):
            self.head = held
            self.program, self.told = program or held["program"], told or held["told"]
        else:
            self.why_none = "程序、设置或依赖有改动"

    def part(self, name: str) -> Any:
        """What was kept under `name`. Raises Damaged; None where nothing is kept at all."""
        if self.head is None:
            return None
        if name not in self._parts:
            held = _load(self.folder / self.head["parts"][name])
            if held is None:
                raise Damaged(name)
            self._parts[name] = held
        return self._parts[name]

    def shelf(self, name: str) -> Shelf:
        """The shelf that was kept under `name`; an empty one where none was. Raises Damaged."""
        if self.head is None or name not in self.head["shelves"]:
            return Shelf()
        if name not in self._shelves:
            file = self.folder / self.head["shelves"][name]
            self._shelves[name] = Shelf(file, self._laid().get(name))
        return self._shelves[name]

    def _laid(self) -> dict[str, dict[str, bytes]]:
        return self.part(LAID) if self.head and LAID in self.head["parts"] else {}

    # Which files of the output folder are ours, whatever else was forgotten or damaged.

    @property
    def was_interrupted(self) -> bool:
        """Whether a build has begun to write and not come to its end."""
        return (self.folder / "intended").exists()

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

    def save(
        self,
        head: dict[str, Any],
        parts: dict[str, Any],
        shelves: Mapping[str, Mapping[str, bytes]],
        outputs: Iterable[str] | None,
    ) -> None:
        """Keep what is given; what is not stays as it is. Then delete what nothing needs.

        `shelves` are by name those of this memory, with what was laid on them, or else all that
        they are to hold. `outputs` are the paths that are ours now, None when they are what they
        were.

        The head is written last: until then the old one stands, with all that it points at.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        if outputs is not None:
            paths = tuple(sorted(outputs))
            _save(self.folder / "outputs", paths)
            _save(self.folder / "outputs.again", paths)
        files = dict(self.head["shelves"]) if self.head else {}
        laid = dict(self._laid())
        for name, shelf in shelves.items():
            if isinstance(shelf, Shelf) and not shelf.is_laden:
                laid[name] = shelf.laid
                continue
            values = shelf.all() if isinstance(shelf, Shelf) else shelf
            files[name] = f"shelf-{name}-{secrets.token_hex(6)}"
            write(self.folder / files[name], values)
            laid[name] = {}
        names = dict(self.head["parts"]) if self.head else {}
        for name, value in {**parts, **({LAID: laid} if laid else {})}.items():
            names[name] = f"part-{name}-{secrets.token_hex(6)}"
            _save(self.folder / names[name], value)
        made_by = {"program": self.program, "told": self.told}
        held = {**head, **made_by, "parts": names, "shelves": files}
        _save(self.folder / "head", held)
        (self.folder / "intended").unlink(missing_ok=True)
        needed = {*names.values(), *files.values()}
        for file in (*self.folder.glob("part-*"), *self.folder.glob("shelf-*")):
            if file.name not in needed:
                file.unlink(missing_ok=True)


def _same(held: Mapping[str, Any], name: str, mark: str) -> bool:
    return mark != "" and held[name] == mark


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
    collecting = gc.isenabled()
    try:
        # Nothing of this is garbage, and looking for garbage in it takes longer than reading it.
        gc.disable()
        return marshal.loads(data)
    except (EOFError, ValueError, TypeError):
        return None
    finally:
        if collecting:
            gc.enable()

"""Which program made something: a change of it, of its settings or dependencies changes all."""

from __future__ import annotations

import hashlib
import re
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

# Settings that say where things lie or how the work is done, and nothing about what is made.
PLACES = {
    "CACHE_PATH", "OUTPUT_PATH", "PATH", "THEME", "FRESH", "WORKERS", "OUTPUT_IS_OURS", "TOLD",
    "PELICAN_CLASS", "PORT", "BIND", "LOG_FILTER", "EXTRA_TEMPLATES_PATHS",
}  # fmt: skip
AT = re.compile(r" at 0x[0-9a-f]+")


def identity(sources: Iterable[Path], settings: Mapping[str, Any]) -> str:
    """A fingerprint of the sources under some folders or files, of settings and dependencies."""
    print_ = hashlib.blake2b(digest_size=16)
    print_.update(sys.version.encode())
    print_.update("\n".join(_installed()).encode())
    for source in sources:
        files = sorted(source.rglob("*.py")) if source.is_dir() else [source]
        for file in files:
            print_.update(f"\n{file.relative_to(source.parent).as_posix()}\n".encode())
            print_.update(file.read_bytes())
    for name in sorted(settings):
        if name.isupper() and name not in PLACES:
            print_.update(f"\n{name}={_plain(settings[name])}".encode())
    return print_.hexdigest()


def _installed() -> list[str]:
    """The names of all that is installed, with versions: as the folders that pip makes say it."""
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    return sorted(found.name for folder in folders for found in Path(folder).glob("*.dist-info"))


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        pairs = sorted((str(key), _plain(held)) for key, held in value.items())
        return repr(pairs)
    if isinstance(value, set | frozenset):
        return repr(sorted(map(_plain, value)))
    if isinstance(value, list | tuple):
        return repr([_plain(held) for held in value])
    if callable(value):
        return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', repr(value))}"
    return AT.sub("", repr(value))

"""Fingerprints: short hashes by which values, files and the program itself are compared."""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

# Settings that say where things lie or how the work is done, and nothing about what is made.
PLACES = {
    "CACHE_PATH", "OUTPUT_PATH", "PATH", "THEME", "FRESH", "WORKERS", "OUTPUT_IS_OURS",
    "PORT", "BIND", "LISTEN", "DEBUG", "LOG_FILTER", "EXTRA_TEMPLATES_PATHS", "AUTORELOAD",
    "RECEIPT",
}  # fmt: skip
AT = re.compile(r" at 0x[0-9a-f]+")


def fingerprint(*values: Any) -> bytes:
    """Of plain values: atoms, tuples, lists, dicts."""
    # Version 2 writes equal values as equal bytes; later ones depend on object identity.
    return hash_bytes(marshal.dumps(values, 2))


def hash_bytes(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=8).digest()


def program_fingerprint(sources: Iterable[Path], settings: Mapping[str, Any]) -> str:
    """Of the program's files under some folders, of settings, and of all installed packages."""
    total = hashlib.blake2b(digest_size=16)
    total.update(sys.version.encode())
    total.update("\n".join(_installed_packages()).encode())
    for source in sources:
        files = _program_files(source) if source.is_dir() else [source]
        for file in files:
            total.update(f"\n{file.relative_to(source.parent).as_posix()}\n".encode())
            total.update(file.read_bytes())
    for name in sorted(settings):
        if name.isupper() and name not in PLACES:
            total.update(f"\n{name}={_canonical(settings[name])}".encode())
    return total.hexdigest()


def _program_files(folder: Path) -> list[Path]:
    """Code, and the tables that it reads (*.csv)."""
    return sorted(file for ending in ("*.py", "*.csv") for file in folder.rglob(ending))


def _installed_packages() -> list[str]:
    """Names and versions, as the metadata folders of installed packages state them."""
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    return sorted(found.name for folder in folders for found in Path(folder).glob("*.dist-info"))


def _canonical(value: Any) -> str:
    if isinstance(value, Mapping):
        return repr(sorted((str(key), _canonical(item)) for key, item in value.items()))
    if isinstance(value, set | frozenset):
        return repr(sorted(map(_canonical, value)))
    if isinstance(value, list | tuple):
        return repr([_canonical(item) for item in value])
    if callable(value):
        return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', repr(value))}"
    return AT.sub("", repr(value))

"""A site in a folder or online, compared with a manifest."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from plugins.integrity.manifest import Manifest, manifest_of

TIMEOUT, PAUSE, TRIES = 30, 0.05, 3
# GitHub Pages serves neither of these; other servers may.
NOT_SERVED = {".nojekyll", "CNAME"}
# Called with how many files are done, and of how many.
Progress = Callable[[int, int], None]


class UnreachableError(Exception):
    """The site can't be compared; the message says why, in Chinese."""


@dataclass(frozen=True)
class Difference:
    """Paths, sorted. `added` is known of folders only: a server lists no files."""

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.lost)


def verify_folder(folder: Path, manifest: Manifest) -> Difference:
    found = manifest_of(folder)
    both = found.keys() & manifest.keys()
    return Difference(
        changed=tuple(sorted(path for path in both if found[path] != manifest[path])),
        added=tuple(sorted(found.keys() - manifest.keys() - NOT_SERVED)),
        lost=tuple(sorted(manifest.keys() - found.keys() - NOT_SERVED)),
    )


def verify_address(
    address: str,
    manifest: Manifest,
    progress: Progress = lambda _done, _all: None,
    pause: Callable[[float], None] = time.sleep,
) -> Difference:
    """Ask for one file after the other. Raises UnreachableError where no server answers."""
    changed, lost = [], []
    paths = sorted(manifest.keys() - NOT_SERVED)
    for number, path in enumerate(paths, 1):
        data = _fetched(f"{address.rstrip('/')}/{quote(path)}", pause)
        if data is None:
            lost.append(path)
        elif hashlib.sha256(data).hexdigest() != manifest[path]:
            changed.append(path)
        progress(number, len(paths))
        pause(PAUSE)
    return Difference(changed=tuple(changed), lost=tuple(lost))


def _fetched(address: str, pause: Callable[[float], None]) -> bytes | None:
    """The bytes of a file; None where the server has none there."""
    # What a cache on the way has kept may be older, or newer, than what the server has.
    headers = {
        "User-Agent": "chengchuang-verify",
        "Cache-Control": "no-cache",
        "Accept-Encoding": "identity",
    }
    why = ""
    for attempt in range(TRIES):
        if attempt:
            pause(2.0**attempt)
        try:
            with urlopen(Request(address, headers=headers), timeout=TIMEOUT) as answer:
                data: bytes = answer.read()
                return data
        except HTTPError as error:
            if error.code in (404, 410, 403):
                return None
            why = f"回答 {error.code}"
        except (URLError, HTTPException, OSError, ValueError) as error:
            why = str(getattr(error, "reason", error))
    raise UnreachableError(f"打不开 {address}：{why}")

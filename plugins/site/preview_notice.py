"""The banner of a preview: which files have errors, and so stop a publish.

It is on every page, so it names files and no lines: while an editor mends other things, or only
warnings come and go, no page but those about them changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plugins.findings import has_errors
from plugins.site.model import Site

FINDINGS_PAGE = "preview/findings.html"
# So many files are named; a long banner would push the page out of sight.
NAMED = 2


class PreviewNotice(NamedTuple):
    """`left_out` are records that have no page, `marked` those that have one in spite of errors,
    `others` files that are no records; each in words.
    """

    number: int
    left_out: str
    marked: str
    others: str
    address: str = FINDINGS_PAGE


def preview_notice(site: Site) -> PreviewNotice | None:
    """None where nothing stops a publish."""
    wrong = sorted(path for path, found in site.findings_by_path.items() if has_errors(found))
    if not wrong:
        return None
    library = site.library
    gone = {*library.left_out}
    left_out = [path for path in wrong if path in gone]
    marked = [path for path in wrong if path in library.ids_by_path]
    others = [path for path in wrong if path not in gone and path not in library.ids_by_path]
    return PreviewNotice(len(wrong), *map(_named, (left_out, marked, others)))


def _named(paths: Sequence[str]) -> str:
    """The first few paths, and how many there are if that is not all."""
    names = "、".join(paths[:NAMED])
    return f"{names} 等 {len(paths)} 个" if len(paths) > NAMED else names

"""How the site stands in this build: what its pages are made from, and what was found."""

from __future__ import annotations

from typing import NamedTuple

from plugins.build.report import Report
from plugins.build.rows import Sums
from plugins.build.standing import Standing
from plugins.site import Output, Site
from plugins.site.outward import Outward


class Stage(NamedTuple):
    """`findings` are those of single files, by path; all of it holds `true` since and until when.
    `bodies` are the files in which all contents lie, None where others may be needed as well.

    After an edit of texts `edited` are the ids of the records that were read again, `pieces` says
    whether pieces of one of them changed, and nothing is `planned`: the outputs are those that
    there were. Where the site was arranged anew `edited` is None.
    """

    site: Site
    outward: Outward
    standing: Standing
    report: Report
    findings: dict[str, tuple[tuple, ...]]
    sums: Sums
    true: tuple[int, int]
    planned: list[Output]
    bodies: set[str] | None
    edited: set[str] | None = None
    pieces: bool = True

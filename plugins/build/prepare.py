"""A site in memory with all of its findings, for `make check` and for tests: nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.build.kept import ledger_in
from plugins.build.plan import OLD_ADDRESSES, collisions, plan_parts
from plugins.build.reading import read_library
from plugins.clock import seconds
from plugins.findings import Finding
from plugins.incremental.snapshot import take_snapshot
from plugins.records.acceptances import Acceptances
from plugins.records.content_files import content_files
from plugins.relations.address_rules import check_addresses
from plugins.relations.cross_record_rules import check_columns, check_record, needs_check
from plugins.site import File, Links, Output, Page, Site, build_site
from plugins.theme.assets import ThemeAsset


@dataclass(frozen=True)
class PreparedSite:
    """`site` is None when bureau.yml can't be read; then there are findings and no outputs."""

    site: Site | None
    planned: list[Output]
    findings: list[Finding]

    @property
    def outputs(self) -> list[Page | File]:
        return [output.call(self.site) for output in self.planned] if self.site else []


def prepare(
    content: Path,
    now: datetime,
    assets: Mapping[str, ThemeAsset],
    *,
    site_address: str = "",
    relative: bool = True,
    preview: bool = True,
) -> PreparedSite:
    library = read_library(content, now)
    if library.bureau is None:
        return PreparedSite(None, [], library.findings)
    links = Links(site_address or library.bureau.address, relative)
    site = build_site(library, now, links, preview)
    files = {asset.address: asset.content for asset in assets.values()}
    site.theme_file = files.__getitem__
    parts: dict[str, list[Output]] = {}
    paths: set[str] = set()
    site.planned_paths = lambda: frozenset(paths)
    for name, part in plan_parts(site, assets, content_files(take_snapshot(content))).items():
        parts[name] = list(part())
        if name != OLD_ADDRESSES:
            paths.update(output.path for output in parts[name])
    site.plan_names = tuple(parts)
    site.planned_pages = lambda name: tuple(
        (output.path, output.changed) for output in parts[name] if output.changed is not None
    )
    planned = [output for part in parts.values() for output in part]
    found = [*site.findings, *site_findings(site), *collisions(o.path for o in planned)]
    found += check_addresses(library, paths, ledger_in(content), seconds(now))
    findings = Acceptances.of(library, now).told(found, library)
    site.note_findings(findings)
    first = {output.path: output for output in reversed(planned)}
    return PreparedSite(site, list(first.values())[::-1], findings)


def site_findings(site: Site) -> list[Finding]:
    """Findings that need more than one record, or the day of the build."""
    library, graph = site.library, site.graph
    found = list(check_columns(library, graph, site.now))
    for identifier, entry in library.entries.items():
        if entry.is_shown(seconds(site.now)):
            record = library.records[identifier]
            if needs_check(record):
                found += check_record(library, graph, record, site.now)
    return found

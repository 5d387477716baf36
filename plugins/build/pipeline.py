"""One build: from what changed in the content, the theme or the calendar to files in their places.

    snapshot → sources → index → plan → stale outputs → render → commit

Every build goes this way, whatever changed: a build from nothing is one in which every file is new.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from plugins.addresses import LEDGER_FILE
from plugins.build.file_state import OutputStats, Snapshots
from plugins.build.fresh import fresh_findings
from plugins.build.index import Index
from plugins.build.kept import ledger_in
from plugins.build.options import BuildOptions
from plugins.build.outputs import Outputs
from plugins.build.plan import FILES, THEME, plan_parts
from plugins.build.planning import PAGE, Plan
from plugins.build.render import RenderWorker
from plugins.build.report import Report, make_report
from plugins.build.twins import Twins
from plugins.clock import DAY, midnight, seconds
from plugins.dependencies import DEPENDENCIES
from plugins.findings import Finding
from plugins.findings.model import FindingTuple
from plugins.incremental.nodes import Computed, Nodes
from plugins.incremental.staging import Staging
from plugins.incremental.store import Store
from plugins.incremental.tracking import overlap, track
from plugins.parsed.changes import SourceChanges
from plugins.parsed.configuration import SiteFacts, StoredConfiguration
from plugins.parsed.sources import Sources
from plugins.records import slugs
from plugins.records.acceptances import Acceptances
from plugins.records.assets import Assets
from plugins.records.content_files import content_files
from plugins.records.loading import empty_library
from plugins.relations.address_rules import check_addresses
from plugins.relations.cross_record_rules import check_columns
from plugins.relations.graph import Graph
from plugins.site import Site
from plugins.theme.frame import Frame
from plugins.theme.theme import KEPT_OF_THEME, Theme
from plugins.workers.parallel import FEW, in_background, parallel_map
from plugins.workers.progress import progress

if TYPE_CHECKING:
    from jinja2 import Environment

logger = logging.getLogger(__name__)
# So many nodes are stored while other outputs are still being rendered.
MANY = 2_000
# The place of the path in a `FindingTuple`.
PATH = 2
# What is kept of the store when everything that pages depend on has changed.
KEPT = ("program", "assets", "slugs", "outputs", "unseen", "derived", *KEPT_OF_THEME)


class BuildResult(NamedTuple):
    """How many files there are; why which outputs were rendered, and which files that gave; which
    files are new, and which of all other plugins have not processed yet; which went.
    """

    total: int
    rendered: Mapping[str, str]
    made: list[str]
    files: list[str]
    unseen: list[str]
    removed: set[str]

    @property
    def summary(self) -> str:
        gone = f"，删除 {len(self.removed)} 个" if self.removed else ""
        counts = f"重新生成 {len(self.rendered)} 个，写入 {len(self.files)} 个{gone}"
        return f"共 {self.total} 个文件，{counts}。"


class Build:
    """A build with something to do: `prepare`, look at `report`, then `write`."""

    report: Report
    # Those of its findings that the last build didn't have.
    fresh: frozenset[Finding] = frozenset()
    site: Site

    def __init__(
        self,
        options: BuildOptions,
        store: Store,
        snapshots: Snapshots,
        now: datetime,
        base_environment: Callable[[], Environment],
    ) -> None:
        """`base_environment` gives Pelican's templates and all that settings add to Jinja."""
        self._options, self._store, self._snapshots, self._now = options, store, snapshots, now
        report, content = store.meta("report"), store.meta("content", {})
        # What the last build found, None for the first, and in which files.
        self._last = (report[0] if report else None, content)
        self._before = content_files(content)
        self._files = content_files(snapshots.content)
        self._theme = Theme(store, options.theme, snapshots.theme, base_environment)
        self._sources = Sources(store, options.content)
        slugs.known.update(store.meta("slugs", {}))

    def prepare(self) -> bool:
        """Bring index and plan up to date, and find out which outputs are stale.

        Whether there is a site: not without a bureau.yml, and then there is only the report.
        """
        options, store, content = self._options, self._store, self._snapshots.content
        self._configuration = StoredConfiguration(store, options.content, self._files)
        configuration = self._configuration.read()
        library = empty_library(options.content, content, configuration, store.meta("assets", {}))
        if library.bureau is None:
            self._set_report(library.general_findings, None)
            return False
        self._describe(library.assets)
        links = options.links(library.bureau)
        self._facts = SiteFacts(library, links, options.preview)
        # After a change of what every page depends on, or a build that was interrupted after its
        # sources were stored, only the parsed sources are still of use.
        if store.meta("facts") != self._facts.fingerprint or store.meta("interrupted"):
            with store.transaction():
                store.forget_nodes(KEPT)
                store.set_meta("interrupted", True)
            self._before = {}
        graph = Graph(library, seconds(self._now))
        site = self.site = Site(library, graph, self._now, links, options.preview)
        self._nodes = Nodes(store, DEPENDENCIES, site)
        self._index = Index(store, self._nodes, self._sources, library, self._now, options.workers)
        site.graph = self._index.graph
        self._connect_site(site)
        self._update_index(Site(library, graph, self._now, links, options.preview))
        self._update_plan()
        with track() as self._general:
            general = check_columns(library, site.graph, self._now)
            collisions = map(Finding.from_tuple, self._plan.collisions)
            self._address_findings = self._check_addresses()
            of_addresses = map(Finding.from_tuple, self._address_findings)
            found = [*self._index.all_findings(), *general, *collisions, *of_addresses]
            findings = Acceptances.of(library, self._now).told(found, library)
        self._set_report(findings, site)
        return True

    def _describe(self, assets: Assets) -> None:
        """Look at the attachments and pictures that are new or changed; workers inherit it."""
        unknown = assets.unknown
        described = parallel_map(unknown, assets.describe_some, self._options.workers)
        for values in progress("检查附件和图片", len(unknown), described):
            assets.accept(values)

    def _set_report(self, findings: Iterable[Finding], site: Site | None) -> None:
        report = self.report = make_report(findings, site)
        if site is not None:
            site.note_findings(report.found)
        self.fresh = fresh_findings(report.found, *self._last, self._snapshots.content)

    def _connect_site(self, site: Site) -> None:
        """Give the site what is stored of its records and its theme."""
        sources = self._sources
        sources.columns = {column.code: column for column in site.columns}
        site.stored_part = sources.part
        site.stored_part_fingerprint = sources.part_fingerprint
        site.stored_search_entries = sources.search_entries
        site.theme = self._theme
        site.theme_file = self._theme.assets.file

    def _update_index(self, bare: Site) -> None:
        """Parse the files that changed and put them into the index; `bare` has no records."""
        index, now = self._index, seconds(self._now)
        changes = self._changes = SourceChanges(
            index.library, self._sources, self._nodes, self._facts.columns, now
        )
        with self._store.reading():
            changes.find(self._before, self._files, index.scopes)
        if self._theme.is_changed:
            index.scopes.add("theme")
        suggested: Callable[[], dict[str, str]] = dict
        if len(changes.stale) >= FEW:
            self._theme.load()
            suggested = self._suggest_slugs()
        changes.parse(bare, self._options.workers, self._compile_templates)
        slugs.known.update(suggested())
        with self._store.reading():
            index.replace(changes.new, changes.removed)

    def _suggest_slugs(self) -> Callable[[], dict[str, str]]:
        """For the addresses of lists; in a process of its own, or the dictionary would fill the
        memory of all workers.
        """
        from plugins.views.lists import facet_values

        values = facet_values(self.site.columns) - slugs.known.keys()
        return in_background(lambda: slugs.suggest_all(values)) if values else dict

    def _compile_templates(self) -> None:
        """While workers parse, and this process waits for them."""
        try:
            self._theme.compile()
        except Exception:
            # The same error comes again where it is reported.
            logger.debug("templates could not be compiled", exc_info=True)

    def _update_plan(self) -> None:
        parts = plan_parts(self.site, self._theme.assets, self._files)
        self._plan = Plan(self._nodes, self.site, parts, self._store.meta("collisions"))
        forced = {THEME} if self._theme.is_changed else set()
        if self._changes.assets:
            forced.add(FILES)
        self._plan.update(self._index.scopes, seconds(self._now), forced)

    def _check_addresses(self) -> list[FindingTuple]:
        """Findings about old addresses and the ledger, found again where one of these changed or
        another file is on the site: to look takes all parts of the plan.
        """
        stored: list[FindingTuple] | None = self._store.meta("addresses")
        before, now = self._last[1].get(LEDGER_FILE), self._snapshots.content.get(LEDGER_FILE)
        if stored is not None and before == now and not self._index.scopes & {"moves", "paths"}:
            return stored
        library, living = self._index.library, self._plan.paths()
        ledger = ledger_in(self._options.content)
        found = check_addresses(library, living, ledger, seconds(self._now))
        return [finding.as_tuple for finding in found]

    # Writing.

    def write(self, other_plugins: bool) -> BuildResult:
        """Render the stale outputs, put them in place, and keep what the next build needs.

        With `other_plugins` the new files count as unprocessed until `note_outputs`.
        """
        frame = Frame(self.site, self._theme.assets)
        self._theme.frame_fingerprint = frame.fingerprint
        self._index.scopes |= {"frame", *list(self._findings_scopes())}
        there = self._snapshots.output
        twins = Twins(self.site.bureau, self.site.links)
        outputs = Outputs(self._store, self._plan, twins, there, is_anew=not self._before)
        reasons = outputs.stale(self._nodes, self._index.scopes, seconds(self._now))
        orphans = outputs.orphans(self._options.owns_output)
        if len(reasons) >= FEW:
            self._theme.compile()
        self._commit_early()
        staging = Staging(self._options.output, there)
        staging.open()
        try:
            with self._store.transaction():
                staged = self._render(reasons, frame, staging, twins)
                stats = outputs.after(reasons, staged)
                staging.remove(orphans | outputs.stale_derived(stats, staged))
                staging.commit()
                rendered = {*twins.with_twins(reasons)}
                unseen = sorted(staged.keys() | outputs.unseen & rendered)
                paths_changed = stats.keys() != outputs.written.keys()
                self._save(stats, reasons, unseen if other_plugins else (), paths_changed)
        finally:
            staging.clear()
        return BuildResult(len(stats), reasons, sorted(rendered), list(staged), unseen, orphans)

    def _commit_early(self) -> None:
        """Store what would fill the memory of all workers, where the next build will know that this
        one was interrupted.
        """
        self._sources.commit_early()
        if self._store.meta("interrupted"):
            with self._store.transaction():
                self._nodes.save_many(FEW)

    def _findings_scopes(self) -> Iterator[str]:
        """The scopes of findings that came, went or are about a file that has another record."""
        known = self._last[0] or ()
        changed = {plain[PATH] for plain in {*known} ^ {*self.report.findings}}
        if not changed:
            return
        yield "findings"
        ids = self._index.library.ids_by_path
        yield from (f"findings {ids[path]}" for path in changed if path in ids)
        for scope in self._index.scopes:
            kind, _, identifier = scope.partition(" ")
            if kind == "record":
                yield f"findings {identifier}"

    def _render(
        self, reasons: Mapping[str, str], frame: Frame, staging: Staging, twins: Twins
    ) -> OutputStats:
        """Size and time of the files that are new or different, by path."""
        planned = self._plan.at(reasons)
        staged: dict[str, tuple[int, int]] = {}
        work = RenderWorker(planned, reasons, self.site, frame, self._theme, staging, twins)
        # What takes longest to render, such as the search index, comes last in the plan.
        numbers = range(len(planned))[::-1]
        rendered = parallel_map(numbers, work, self._options.workers)
        for number, stats, node in progress("生成页面", len(planned), rendered):
            self._nodes.put(PAGE + planned[number].path, Computed._make(node))
            # While workers render others.
            self._nodes.save_many(MANY)
            staged |= stats
        return staged

    def _save(
        self,
        outputs: OutputStats,
        reasons: Mapping[str, str],
        unseen: Sequence[str],
        paths_changed: bool,
    ) -> None:
        """In a transaction of the caller."""
        store, index, assets = self._store, self._index, self._index.library.assets
        unfinished = store.meta("unfinished")
        self._sources.flush()
        self._sources.remove(self._changes.removed)
        for path in self._plan.removed:
            self._nodes.remove(PAGE + path)
        self._nodes.save()
        index.save()
        self._configuration.save()
        today = midnight(self._now.date())
        general = (self._general.since, self._general.until)
        valid = overlap(self._nodes.valid(), index.valid(), (today, today + DAY), general)
        store.update_meta(
            {
                "valid": valid,
                "report": tuple(self.report),
                "rendered": tuple(reasons),
                "collisions": self._plan.collisions,
                "addresses": self._address_findings,
                "content": self._snapshots.content,
                "outputs": outputs,
                "unseen": unseen,
                "facts": self._facts.fingerprint,
                "assets": assets.described if assets else {},
                "slugs": slugs.known,
                "interrupted": False,
                "unfinished": False,
                **self._theme.values(),
            }
        )
        if paths_changed or unfinished or not self._before:
            store.set_manifest(outputs)

"""One build: from what changed in the content, the theme or the calendar to files in their places.

    snapshot → sources → index → plan → stale outputs → render → commit

Every build goes this way, whatever changed: a build from nothing is one in which every file is new.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.build.file_state import OutputStats, Snapshots, tampered_outputs
from plugins.build.frame import FILTERS, Frame
from plugins.build.index import Index
from plugins.build.options import BuildOptions
from plugins.build.plan import FILES, THEME, plan_parts
from plugins.build.planning import Plan, PlannedOutput
from plugins.build.render import Renderer
from plugins.build.report import Report, make_report
from plugins.build.site_facts import SiteFacts, StoredConfiguration
from plugins.build.source_changes import SourceChanges
from plugins.build.sources import Sources
from plugins.build.templates import Bytecode, SiteEnvironment, Templates, compile_all, environment
from plugins.build.theme_assets import ThemeAssets
from plugins.clock import DAY, midnight, seconds
from plugins.dependencies import DEPENDENCIES
from plugins.findings import Finding
from plugins.incremental.nodes import Computed, Nodes
from plugins.incremental.parallel import FEW, parallel_map
from plugins.incremental.progress import progress
from plugins.incremental.snapshot import Snapshot
from plugins.incremental.staging import Staging
from plugins.incremental.store import Store
from plugins.incremental.tracking import overlap, track
from plugins.records import slugs
from plugins.records.loading import empty_library
from plugins.relations.vocabulary import check_columns
from plugins.site import Site

if TYPE_CHECKING:
    from jinja2 import Environment

logger = logging.getLogger(__name__)
PAGE = "page "
TAMPERED = "输出文件夹里的文件不见了，或被改动过"
# What is kept of the store when everything that pages depend on has changed.
KEPT = ("program", "assets", "slugs", "templates", "bytecode", "outputs", "derived", "theme assets")


class BuildResult(NamedTuple):
    """How many outputs there are; why which were rendered; which files are new; which went."""

    total: int
    rendered: Mapping[str, str]
    files: list[str]
    removed: set[str]

    @property
    def summary(self) -> str:
        gone = f"，删除 {len(self.removed)} 个" if self.removed else ""
        counts = f"重新生成 {len(self.rendered)} 个，写入 {len(self.files)} 个{gone}"
        return f"共 {self.total} 个文件，{counts}。"


class ThemeFingerprints(NamedTuple):
    """For the table of dependencies."""

    template_fingerprint: Callable[[str], Any]
    frame_fingerprint: bytes


class Build:
    """A build with something to do: `prepare`, look at `report`, then `write`."""

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
        self._base_environment = base_environment
        self._sources = Sources(store, options.content)
        self._before: Snapshot = store.meta("content", {})
        self._theme_changed = store.meta("theme") != snapshots.theme
        self._assets = ThemeAssets(
            options.theme / "static",
            None if self._theme_changed else store.meta("theme assets"),
        )
        self.report: Report | None = None
        self.site: Site | None = None
        slugs.known.update(store.meta("slugs", {}))

    def prepare(self) -> None:
        """Bring index and plan up to date, and find out which outputs are stale."""
        options, store, content = self._options, self._store, self._snapshots.content
        self._configuration = StoredConfiguration(store, options.content, content)
        configuration = self._configuration.read()
        library = empty_library(options.content, content, configuration, store.meta("assets", {}))
        if library.bureau is None:
            self.report = make_report(library.general_findings, None)
            return
        links = options.links(library.bureau)
        self._facts = SiteFacts(library, links, options.preview)
        # After a change of what every page depends on, or a build that was interrupted after its
        # sources were stored, only the parsed sources are still of use.
        if store.meta("facts") != self._facts.fingerprint or store.meta("interrupted"):
            self._forget_all_but_sources()
        self._sources.columns = {column.code: column for column in library.columns}
        site = self.site = Site(library, None, self._now, links, options.preview)
        self._nodes = Nodes(store, DEPENDENCIES, site)
        self._index = Index(store, self._nodes, self._sources, self._now, options.workers)
        site.graph = self._index.load(library)
        self._connect_site(site)
        self._update_index(site)
        self._plan = Plan(self._nodes, site, plan_parts(site, self._assets, content))
        forced = {THEME} if self._theme_changed else set()
        if self._changes.assets:
            forced.add(FILES)
        collided = {Finding.from_tuple(plain).path for plain in store.meta("collisions") or ()}
        self._plan.update(self._index.scopes, seconds(self._now), forced, collided)
        self._report(site)

    def _forget_all_but_sources(self) -> None:
        store = self._store
        store.begin()
        store.keep_meta(KEPT)
        for table in ("node", "dependency", "edge"):
            store.execute(f"DELETE FROM {table}")
        store.set_meta("interrupted", True)
        store.commit()
        self._before = {}

    def _connect_site(self, site: Site) -> None:
        """Give the site what is stored of its records and its theme."""
        sources = self._sources
        site.stored_part = sources.part
        site.stored_part_fingerprint = sources.part_fingerprint
        site.stored_search_entries = sources.search_entries
        site.theme = ThemeFingerprints(self._template_fingerprint, b"")
        site.theme_file = self._assets.file

    def _update_index(self, site: Site) -> None:
        """Parse the files that changed and put them into the index."""
        index, workers = self._index, self._options.workers
        changes = self._changes = SourceChanges(
            site.library, self._sources, self._nodes, self._facts, seconds(self._now)
        )
        changes.find(self._before, self._snapshots.content, index.scopes)
        if self._theme_changed:
            index.scopes.add("theme")
        if len(changes.stale) >= FEW:
            # In this thread, the only one that may use the store.
            self._env.bytecode_cache.stored  # noqa: B018
        bare = Site(site.library, None, self._now, site.links, site.preview)
        with progress("读取稿件", len(changes.stale)) as on_progress:
            changes.parse(bare, workers, on_progress, self._load_in_background)
        index.replace(changes.new, changes.removed)

    def _report(self, site: Site) -> None:
        with track() as self._general:
            general = list(check_columns(site.library, self._index.graph, self._now))
        self._collisions = self._plan.collisions(self._store.meta("collisions"))
        found = [*self._index.all_findings(), *general, *map(Finding.from_tuple, self._collisions)]
        self.report = make_report(found, site)

    # Templates.

    @cached_property
    def _env(self) -> SiteEnvironment:
        bytecode = Bytecode(self._store.meta("bytecode", {}))
        return environment(self._base_environment(), FILTERS, bytecode)

    @cached_property
    def _templates(self) -> Templates:
        return Templates(self._env, self._store.meta("templates", {}))

    def _template_fingerprint(self, name: str) -> Any:
        return self._templates.fingerprint(name)

    def _load_in_background(self) -> None:
        """Load what takes long, while workers parse and this process waits for them."""
        try:
            compile_all(self._env)
            slugs.warm_up()
        except Exception:
            # The same error comes again where it is reported.
            logger.debug("templates could not be compiled", exc_info=True)

    # Writing.

    def write(self) -> BuildResult:
        """Render the stale outputs, put them in place, and keep what the next build needs."""
        frame = Frame(self.site, self._assets, self.report.counts)
        self.site.theme = ThemeFingerprints(self._template_fingerprint, frame.fingerprint)
        self._index.scopes.add("frame")
        written = self._written_outputs()
        reasons = self._stale_outputs(written)
        outputs = {path: self._planned(path) for path in reasons}
        orphans = self._orphans(written)
        if len(outputs) >= FEW and not self._env.bytecode_cache.stored:
            compile_all(self._env)
        if self._sources.has_many_new:
            self._store.begin()
            self._store.set_meta("interrupted", True)
            self._sources.flush()
            self._store.commit()
        staged = self._render(list(outputs.values()), reasons, frame, orphans)
        there = self._snapshots.output
        stats = dict(written)
        for path in self._plan.removed:
            stats.pop(path, None)
        for path in outputs:
            stats[path] = staged[path] if path in staged else there[path][:2]
        self._save(written, stats, reasons)
        return BuildResult(len(stats), reasons, list(staged), orphans)

    def _written_outputs(self) -> OutputStats:
        """Size and time of the outputs that the last build left and that are still planned."""
        written: OutputStats = self._store.meta("outputs", {})
        if self._before:
            return written
        # Nothing is stored of the last plan, so it does not say what is gone.
        planned = {output.path for output in self._plan.all()}
        return {path: stat for path, stat in written.items() if path in planned}

    def _planned(self, path: str) -> PlannedOutput:
        if path in self._colliding:
            return self._plan.first(path)
        found = self._plan.stale.get(path)
        return found or PlannedOutput._make(self._nodes.value(PAGE + path))

    @cached_property
    def _colliding(self) -> set[str]:
        """Paths that two outputs have."""
        return {Finding.from_tuple(plain).path for plain in self._collisions}

    def _stale_outputs(self, written: OutputStats) -> dict[str, str]:
        """Paths of all outputs to be rendered, each with the reason."""
        now, plan, nodes = seconds(self._now), self._plan, self._nodes
        reasons = dict.fromkeys(tampered_outputs(written, self._snapshots.output), TAMPERED)
        for found in (nodes.expired(now, PAGE), nodes.stale(self._index.scopes, PAGE)):
            reasons |= {name.removeprefix(PAGE): reason for name, reason in found.items()}
        reasons |= plan.reasons
        if self._store.why_empty:
            reasons = dict.fromkeys(reasons, self._store.why_empty)
        for path in plan.removed:
            reasons.pop(path, None)
        return reasons

    def _orphans(self, written: OutputStats) -> set[str]:
        """The files in the output folder that are no output any more.

        New outputs are entered in the manifest before anything is written.
        """
        plan, there = self._plan, self._snapshots.output
        foreign = there.keys() - written.keys() if self._options.owns_output else set()
        if not (plan.paths_changed or not self._before or foreign or plan.stale):
            return set()
        paths = {output.path for output in plan.all()}
        known = self._store.manifest()
        new = paths - known
        if new:
            self._store.begin()
            self._store.add_to_manifest(new)
            self._store.commit()
        return (known | foreign) - paths - self._derived(paths)

    def _derived(self, paths: set[str]) -> set[str]:
        """Files that other plugins made of outputs which are still planned."""
        derived = self._store.meta("derived", {})
        return {path for path, owner in derived.items() if owner in paths}

    def _render(
        self,
        outputs: list[PlannedOutput],
        reasons: Mapping[str, str],
        frame: Frame,
        orphans: set[str],
    ) -> dict[str, tuple[int, int]]:
        """Size and time of the files that are new or different, by path."""
        staging = Staging(self._options.output, self._snapshots.output)
        staged = {}
        staging.open()
        try:
            renderer = Renderer(self.site, frame, self._env, self._templates)
            work = renderer.worker(outputs, staging)
            with progress("生成页面", len(outputs)) as on_progress:
                # What takes longest to render, such as the search index, comes last in the plan.
                numbers = range(len(outputs))[::-1]
                rendered = parallel_map(numbers, work, self._options.workers, on_progress)
                for number, stat, dependencies, since, until in rendered:
                    path = outputs[number].path
                    value = tuple(outputs[number])
                    computed = Computed(value, dependencies, since, until, reasons[path])
                    self._nodes.put_computed(PAGE + path, computed)
                    if stat:
                        staged[path] = stat
            staging.remove(orphans | self._stale_derived(staged))
            staging.commit()
        finally:
            staging.clear()
        return staged

    def _stale_derived(self, staged: Mapping[str, Any]) -> set[str]:
        """Files that other plugins made of outputs that are written now, or gone."""
        gone = self._plan.removed
        derived = self._store.meta("derived", {})
        return {path for path, owner in derived.items() if owner in staged or owner in gone}

    def _save(self, written: OutputStats, outputs: OutputStats, reasons: Mapping[str, str]) -> None:
        store, index, content = self._store, self._index, self._snapshots.content
        store.begin()
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
        values: dict[str, Any] = {
            "valid": valid,
            "report": tuple(self.report),
            "rendered": tuple(reasons),
        }
        if store.meta("collisions") != self._collisions:
            values["collisions"] = self._collisions
        if content != self._before:
            values["content"] = content
        if outputs != store.meta("outputs"):
            values["outputs"] = outputs
        if store.meta("facts") != self._facts.fingerprint:
            values["facts"] = self._facts.fingerprint
        if self._theme_changed:
            values["theme"] = self._snapshots.theme
            values["theme assets"] = self._assets.plain
        described = self.site.library.assets.described
        if store.meta("assets") != described:
            values["assets"] = described
        if store.meta("slugs") != slugs.known:
            values["slugs"] = slugs.known
        if "_env" in vars(self) and self._env.bytecode_cache.is_changed:
            values["bytecode"] = self._env.bytecode_cache.stored
        if "_templates" in vars(self) and self._templates.is_changed:
            values["templates"] = self._templates.known_or_stored
        for name, value in values.items():
            store.set_meta(name, value)
        store.delete_meta("interrupted")
        if outputs.keys() != written.keys() or not self._before:
            store.set_manifest(outputs)
        store.commit()

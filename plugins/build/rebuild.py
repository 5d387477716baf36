"""One build: look what there is, plan, make what changed, put it in place, keep what was learnt.

Nothing in the output folder changes before all that is to be there has been made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jinja2 import Environment
from pelican.log import console

from plugins.build.frame import FILTERS, Frame
from plugins.build.inputs import Inputs, bureau_fingerprint, suspects
from plugins.build.looking import Folders, Look, texts_changed, touched
from plugins.build.making import Made, Maker
from plugins.build.readings import Readings, scattered
from plugins.build.report import Report, report_of
from plugins.build.standing import Standing, site_of, standing_of
from plugins.build.theme import Bytecode, Templates, compile_all, environment
from plugins.build.theme_assets import load_theme_assets
from plugins.bureau import Column
from plugins.clock import midnight
from plugins.rebuild.memory import Memory
from plugins.rebuild.progress import progress
from plugins.rebuild.reads import overlap, reading
from plugins.rebuild.staging import Staging
from plugins.rebuild.traces import Traces
from plugins.rebuild.workers import FEW, spread
from plugins.records import Library, slugs
from plugins.records.extract import Extract
from plugins.records.reader import Read
from plugins.site import Links, Output, Site
from plugins.site.model import DAY
from plugins.site.page import maker_named

# What a finding of these rules says may be about the title of another record.
ABOUT_TITLES = {"reference", "dead-link"}


@dataclass(frozen=True)
class Settings:
    """What a build is told; `site_address` is empty for the bureau's own."""

    site_address: str = ""
    relative: bool = True
    preview: bool = True
    output_is_ours: bool = False
    workers: int = 1

    def links(self, bureau: Any) -> Links:
        return Links(self.site_address or bureau.address, self.relative)


class Build:
    """A build with something to do: `prepare`, look at `report`, then `write`."""

    def __init__(
        self,
        folders: Folders,
        found: Look,
        now: datetime,
        settings: Settings,
        memory: Memory,
        like: Environment,
    ) -> None:
        self.folders, self.found, self.now = folders, found, now
        self.settings, self.memory, self.like = settings, memory, like
        self.site: Site | None = None
        # What to make when only texts changed; None when the whole site was planned anew.
        self._edited: set[str] | None = None
        rows = memory.part("rows") or {}
        # What is read again now comes into one file.
        self._scattered = scattered(rows) if memory.bodies.scattered else set()
        self._readings = Readings(
            folders.content, found.content, rows, memory.bodies, self._scattered
        )
        slugs.known.update(memory.part("slugs") or {})

    # What there is.

    def prepare(self) -> None:
        """Read what is new; arrange the site, or take it up as it stood when that is the same."""
        self._assets = load_theme_assets(self.folders.theme / "static")
        if not self._take_up():
            self._arrange()
        if self.site:
            self.site.open_piece = lambda kind, record: self._readings.piece(kind, record.path)
            self.site.open_entry = lambda id: self._readings.entry(self._standing.paths[id])
            self.site.files = {held.address: held.content for held in self._assets.values()}

    def _arrange(self) -> None:
        """Read everything, build the graph and plan every output."""
        # Imported here: after an edit nothing is planned anew, and most of the program not needed.
        from plugins.build.prepare import prepare

        with reading() as reads:
            prepared = prepare(
                self.folders.content,
                self.now,
                self._assets,
                site_address=self.settings.site_address,
                relative=self.settings.relative,
                preview=self.settings.preview,
                tree=self.found.content,
                read=self._read,
                described=self.memory.part("standing")[-1] if self.memory.head else None,
            )
        self.site, self.planned = prepared.site, prepared.planned
        self._outward = prepared.outward
        # The plan and its findings speak of the day.
        today = midnight(self.now.date())
        self._survey = self._readings.survey(self._readings.rows)
        self._true = overlap((reads.since, reads.until), (today, today + DAY), self._survey[:2])
        self.report = report_of(prepared.findings, self.site)
        if self.site:
            self._of_files = self._survey.findings
            of_files = {plain for findings in self._of_files.values() for plain in findings}
            general = tuple(plain for plain in self.report.findings if plain not in of_files)
            self._standing = standing_of(prepared, general)

    def _read(self, library: Library, files: list[tuple[str, Column]]) -> Iterator[Read]:
        links = self.settings.links(library.bureau)
        site = Site(library, None, self.now, links, self.settings.preview)
        with progress("读取稿件", len(files), console) as tell:
            yield from self._readings.read(files, site, self.settings.workers, tell)

    def _take_up(self) -> bool:
        """Whether only texts changed: then the site is what it was but for those records."""
        changed = texts_changed(self.memory, self.found, self.now)
        if changed is None:
            return False
        changed = [*dict.fromkeys((*changed, *self._scattered))]
        held = Standing(*self.memory.part("standing"))
        site, self._outward = site_of(
            held,
            self.folders.content,
            self.found.content,
            self.now,
            self.settings.links,
            self.settings.preview,
            self._readings.record,
        )
        columns = {column.code: column for column in site.columns}
        files = [(path, columns[path.partition("/")[0]]) for path in changed]
        reads = list(self._readings.read(files, site, self.settings.workers))
        self._readings.keep_others()
        titles = any(found[0] in ABOUT_TITLES for found in held.general)
        spoken_of = {found[2] for found in held.general}
        for (path, _), read in zip(files, reads, strict=True):
            held_row = self._readings.before(path)
            if not held_row.fit:
                # It was left out: of a file that can't be read there is not even an extract.
                return False
            before = Extract._make(held_row.extract)
            now = read.record.extract if read.fit else None
            if (
                now is None
                or path in spoken_of
                or held.paths.get(now.id) != path
                or before.outline != now.outline
                or (titles and before.title != now.title)
                or now.id not in site.by_id
            ):
                return False
        others = {p: f for p, f in self.memory.head["of_files"].items() if p not in set(changed)}
        survey = self._readings.survey(changed)
        self._of_files = {**others, **survey.findings}
        of_files = (plain for findings in self._of_files.values() for plain in findings)
        plain = tuple(dict.fromkeys((*held.general, *of_files)))
        # Which records there are and which wait is as it was.
        self.report = Report(*self.memory.head["report"])._replace(findings=plain)
        if self.report.has_errors:
            # The notice of a preview counts them on every page.
            return False
        self._edited = {read.record.id for read in reads}
        self.site, self._standing = site, held
        self._pieces = not all(map(self._readings.same_pieces, changed))
        self._true = overlap(self.memory.head["true"], survey[:2])
        return True

    # What must be made.

    def write(self) -> None:
        """Make what must be made, put it in place, and keep what is needed for the next time."""
        self._theme = self.memory.part("theme") or {}
        bytecode = Bytecode(self._theme.get("bytecode", {}))
        env = environment(self.like, FILTERS, bytecode)
        self._templates = Templates(env, self._theme.get("templates", {}))
        frame = Frame(self.site, self._outward, self._assets, self.report.counts)
        self._inputs = Inputs(
            self.site,
            self._outward,
            self._mark,
            self._templates.fingerprint,
            bureau_fingerprint(self.site),
            frame.fingerprint,
        )
        traces = Traces(self.memory.part("traces"))
        outputs = self._wanted(traces)
        paths = self.memory.head["outputs"].keys() if self._edited is not None else {
            output.path for output in self.planned
        }  # fmt: skip
        known = paths
        if self._edited is None or self.memory.was_interrupted:
            known = self.memory.known_outputs()
            if not paths <= known:
                self.memory.intend(known | paths)
        if self.settings.output_is_ours:
            known = known | self.found.output.keys()
        if len(outputs) >= FEW:
            compile_all(env)
        staging = Staging(self.folders.output, self.found.output)
        self.removed = known - paths
        done = self._make(outputs, Maker(self.site, frame, env), staging)
        for made in done:
            output = outputs[made.number]
            reason = self.made[output.path]
            own, shared = made.inputs, made.shared
            times = (made.since, made.until)
            traces.set(output.path, output.maker, output.given, *times, own, shared, reason)
        if self._edited is None:
            traces.keep_only(paths)
        staged = {outputs[made.number].path: made.staged for made in done if made.staged}
        self.written = list(staged)
        self.total = len(paths)
        self._keep(traces, bytecode, self._in_place(paths, staged))

    def _mark(self, kind: str, identifier: str) -> bytes | None:
        """The fingerprint of a piece; None of a record that does not stand on the site now."""
        if identifier not in self.site.by_id:
            return None
        return self._readings.mark(kind, self._standing.paths[identifier])

    def _make(self, outputs: list[Output], maker: Maker, staging: Staging) -> list[Made]:
        numbers = range(len(outputs))
        staging.open()
        try:
            with progress("生成页面", len(outputs), console) as tell:
                work = maker.work(outputs, staging)
                done = [Made._make(m) for m in spread(numbers, work, self.settings.workers, tell)]
            staging.remove(self.removed)
            for made in done:
                if made.staged:
                    staging.commit(outputs[made.number].path, made.name)
        finally:
            staging.clear()
        return done

    def _wanted(self, traces: Traces) -> list[Output]:
        """What must be made; the reasons are noted in `made`."""
        moment = int(self.now.timestamp())
        before = self.memory.head["outputs"] if self.memory.head else {}
        lost = touched(before, self.found.output)
        why_lost = "输出文件夹里的文件不见了，或被改动过"
        if self._edited is not None:
            templates = self.found.theme != self.memory.head["theme"]
            statutes = any(self.site.by_id[id].kind == "statute" for id in self._edited)
            traces.compare(
                self._inputs.all, suspects(self._edited, self._pieces, statutes, templates)
            )
            self.made = {**dict.fromkeys(lost, why_lost), **traces.again(moment)}
            return [self._planned_before(traces, path) for path in self.made]
        traces.compare(self._inputs.all)
        self.made = {}
        for output in self.planned:
            reason = (
                self.memory.why_none
                or traces.why_again(output.path, output.maker, output.given, moment)
                or (why_lost if output.path in lost or output.path not in before else "")
            )
            if reason:
                self.made[output.path] = reason
        return [output for output in self.planned if output.path in self.made]

    def _planned_before(self, traces: Traces, path: str) -> Output:
        trace = traces.of(path)
        return Output(path, maker_named(trace.maker), trace.given)

    def _in_place(
        self, paths: Iterable[str], staged: Mapping[str, tuple[int, int]]
    ) -> dict[str, tuple[int, int]]:
        """Size and time of every output that is now in place."""
        there = self.found.output
        if self._edited is not None:
            now = {path: there[path][:2] for path in self.made if path not in staged}
            return {**self.memory.head["outputs"], **now, **staged}
        return {path: staged.get(path) or there[path][:2] for path in paths}

    # What is kept.

    def _keep(self, traces: Traces, bytecode: Bytecode, outputs: dict) -> None:
        outputs_true = self._true_during(traces)
        since, until = overlap(outputs_true, self._true)
        head = {
            "content": self.found.content,
            "theme": self.found.theme,
            "outputs": outputs,
            "made": tuple(self.made) if len(self.made) < len(outputs) else tuple(outputs),
            "true": self._true,
            "since": since,
            "until": until,
            "outputs_true": outputs_true,
            "report": tuple(self.report),
            "of_files": self._of_files,
        }
        parts = {
            "rows": self._readings.kept,
            "traces": traces.plain(self._inputs.all),
        }
        theme = {
            "templates": {**self._theme.get("templates", {}), **self._templates.known},
            "bytecode": bytecode.held,
        }
        if theme != self._theme:
            parts["theme"] = theme
        if self._edited is None:
            parts |= {"standing": tuple(self._standing), "slugs": slugs.known}
        self.memory.save(head, parts, outputs if self._edited is None else None)
        if self._edited is None:
            self.memory.bodies.keep_only(self._survey.files)
        elif self._scattered:
            self.memory.bodies.keep_only(self._readings.survey(self._readings.rows).files)

    def _true_during(self, traces: Traces) -> tuple[int, int]:
        """Since and until when all outputs are what they are."""
        head = self.memory.head
        if self._edited is None or head is None:
            return traces.true_during()
        since, until = head["outputs_true"]
        if not since <= self.now.timestamp() < until:
            return traces.true_during()
        # What was true of the others still is; nothing but what was made now has to be looked at.
        made = (traces.of(path) for path in self.made)
        return overlap((since, until), *((trace.since, trace.until) for trace in made))

    @property
    def summary(self) -> str:
        """How much was made, and how much of that was new."""
        made, written = len(self.made), len(self.written)
        gone = f"，删除 {len(self.removed)} 个" if self.removed else ""
        return f"共 {self.total} 个文件，重新生成 {made} 个，写入 {written} 个{gone}。"

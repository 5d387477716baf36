"""One build: look what there is, plan, make what changed, put it in place, keep what was learnt.

Nothing in the output folder changes before all that is to be there has been made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from jinja2 import Environment

from plugins.build.frame import FILTERS, Frame
from plugins.build.inputs import Inputs, bureau_fingerprint, suspects
from plugins.build.looking import Look, touched
from plugins.build.making import Made, Maker
from plugins.build.readings import Readings
from plugins.build.report import Report, report_of
from plugins.build.rows import Sums, scattered
from plugins.build.standing import standing_of
from plugins.build.taking_up import TakenUp, take_up
from plugins.build.theme import Bytecode, Templates, compile_all, environment
from plugins.build.theme_assets import load_theme_assets
from plugins.build.told import Told
from plugins.bureau import Column
from plugins.clock import midnight
from plugins.rebuild.memory import Memory
from plugins.rebuild.progress import progress
from plugins.rebuild.reads import overlap, reading
from plugins.rebuild.staging import Staging
from plugins.rebuild.traces import Traces
from plugins.rebuild.workers import FEW, spread
from plugins.records import Library, slugs
from plugins.records.record import Read
from plugins.site import Output, Site
from plugins.site.model import DAY
from plugins.site.page import maker_named


class Build:
    """A build with something to do: `prepare`, look at `report`, then `write`."""

    def __init__(
        self,
        told: Told,
        found: Look,
        now: datetime,
        memory: Memory,
        like: Callable[[], Environment],
    ) -> None:
        """`like` gives an environment with the templates and all that settings add to Jinja."""
        self.told, self.found, self.now, self.memory, self._like = told, found, now, memory, like
        self.site: Site | None = None
        self.report: Report | None = None
        # How the site stands when only texts changed; None when it was arranged anew.
        self._taken_up: TakenUp | None = None
        rows = memory.shelf("rows")
        # What is read again now comes into one file.
        self._scattered = scattered(rows) if memory.bodies.scattered else set()
        self._readings = Readings(
            told.content, found.content, rows, memory.shelf("entries"), memory.bodies,
            self._scattered,
        )  # fmt: skip
        slugs.known.update(memory.part("slugs") or {})

    # What there is.

    def prepare(self) -> None:
        """Read what is new; arrange the site, or take it up as it stood when that is the same."""
        if not self.take_up():
            self._arrange()
        if self.site:
            self._open_site()

    def take_up(self) -> bool:
        """Take the site up as it stood; False where it has to be arranged."""
        if self._taken_up is None:
            told, readings = self.told, self._readings
            held = take_up(told, self.found, self.now, self.memory, readings, self._scattered)
            if held is None:
                return False
            self._taken_up, self.site, self.report = held, held.site, held.report
            self._assets = load_theme_assets(told.theme / "static")
            self._outward, self._standing, self._sums = held.outward, held.standing, held.sums
            self._of_files, self._true = held.findings, held.true
            self._open_site()
        return True

    def _open_site(self) -> None:
        paths = self._standing.paths
        self.site.open_piece = lambda kind, record: self._readings.piece(kind, record.path)
        self.site.open_entries = lambda: self._readings.entries_by(paths)
        self.site.files = {held.address: held.content for held in self._assets.values()}

    def _arrange(self) -> None:
        """Read everything, build the graph and plan every output."""
        # Imported here: after an edit nothing is planned anew, and most of the program not needed.
        from plugins.build.prepare import prepare

        self._assets = load_theme_assets(self.told.theme / "static")
        with reading() as reads:
            prepared = prepare(
                self.told.content,
                self.now,
                self._assets,
                site_address=self.told.address,
                relative=self.told.relative,
                preview=self.told.preview,
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
            self._sums = Sums.of(self._readings, self.site)

    def _read(self, library: Library, files: list[tuple[str, Column]]) -> Iterator[Read]:
        links = self.told.links(library.bureau)
        site = Site(library, None, self.now, links, self.told.preview)
        with progress("读取稿件", len(files)) as tell:
            yield from self._readings.read(files, site, self.told.workers, tell)

    # What must be made.

    def write(self) -> None:
        """Make what must be made, put it in place, and keep what is needed for the next time."""
        self._theme = self.memory.part("theme") or {}
        bytecode = Bytecode(self._theme.get("bytecode", {}))
        env = environment(self._like(), FILTERS, bytecode)
        self._templates = Templates(env, self._theme.get("templates", {}))
        frame = Frame(self.site, self._outward, self._assets, self.report.counts)
        self._inputs = Inputs(
            self.site,
            self._outward,
            self._mark,
            self._sums,
            self._templates.fingerprint,
            bureau_fingerprint(self.site),
            frame.fingerprint,
        )
        traces = Traces((self.memory.shelf("traces"), self.memory.shelf("inputs")))
        outputs = self._wanted(traces)
        paths = self.memory.head["outputs"].keys() if self._taken_up else dict.fromkeys(
            output.path for output in self.planned
        ).keys()  # fmt: skip
        known = paths
        if not self._taken_up or self.memory.was_interrupted:
            known = self.memory.known_outputs()
            if not paths <= known:
                self.memory.intend(known | paths)
        if self.told.ours:
            known = known | self.found.output.keys()
        if len(outputs) >= FEW:
            compile_all(env)
        staging = Staging(self.told.output, self.found.output)
        self.removed = known - paths
        done = self._make(outputs, Maker(self.site, frame, env), staging)
        for made in done:
            output = outputs[made.number]
            reason = self.made[output.path]
            own, shared = made.inputs, made.shared
            times = (made.since, made.until)
            traces.set(output.path, output.maker, output.given, *times, own, shared, reason)
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
            with progress("生成页面", len(outputs)) as tell:
                work = maker.work(outputs, staging)
                done = [Made._make(m) for m in spread(numbers, work, self.told.workers, tell)]
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
        if self._taken_up:
            traces.compare(self._inputs.all, self._suspects())
            true = self.memory.head["outputs_true"]
            self.made = {**dict.fromkeys(lost, why_lost), **traces.again(moment, true)}
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

    def _suspects(self) -> tuple[set[str], set[str]]:
        edited, by_id = self._taken_up.edited, self.site.by_id
        kinds = {"template"} if self.found.theme != self.memory.head["theme"] else set()
        if any(by_id[identifier].kind == "statute" for identifier in edited):
            statutes = self.site.graph.statutes.works
            works = {version.record.id for work in statutes for version in work.versions}
        else:
            works = set()
        return suspects(edited, works, self._taken_up.pieces, kinds)

    def _planned_before(self, traces: Traces, path: str) -> Output:
        trace = traces.of(path)
        return Output(path, maker_named(trace.maker), trace.given)

    def _in_place(
        self, paths: Iterable[str], staged: Mapping[str, tuple[int, int]]
    ) -> dict[str, tuple[int, int]]:
        """Size and time of every output that is now in place."""
        there = self.found.output
        if self._taken_up:
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
        parts = {"sums": self._sums.plain}
        theme = {
            "templates": {**self._theme.get("templates", {}), **self._templates.known},
            "bytecode": bytecode.held,
        }
        if theme != self._theme:
            parts["theme"] = theme
        if self._taken_up:
            marks, inputs = traces.laid(self._inputs.all)
            shelves = self._readings.laid()
        else:
            marks, inputs = traces.anew(outputs, self._inputs.all)
            shelves = self._readings.kept()
            parts |= {"standing": tuple(self._standing), "slugs": slugs.known}
        shelves |= {"traces": marks, "inputs": inputs}
        self.memory.save(head, parts, shelves, None if self._taken_up else outputs)
        if not self._taken_up:
            self.memory.bodies.keep_only(self._survey.files)
        elif self._scattered:
            self.memory.bodies.keep_only(self._readings.survey(self._readings.paths).files)

    def _true_during(self, traces: Traces) -> tuple[int, int]:
        """Since and until when all outputs are what they are."""
        if self._taken_up:
            since, until = self.memory.head["outputs_true"]
            if since <= self.now.timestamp() < until:
                # What was true of the others still is.
                return overlap((since, until), traces.true_during(self.made))
            return traces.true_during(self.memory.head["outputs"])
        return traces.true_during(output.path for output in self.planned)

    @property
    def summary(self) -> str:
        """How much was made, and how much of that was new."""
        made, written = len(self.made), len(self.written)
        gone = f"，删除 {len(self.removed)} 个" if self.removed else ""
        return f"共 {self.total} 个文件，重新生成 {made} 个，写入 {written} 个{gone}。"

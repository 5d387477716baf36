"""From the site as it stands to files in their places: find out what must be made, make it, keep
what the next build needs.

Nothing in the output folder changes before all that is to be there has been made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plugins.build.frame import Frame
from plugins.build.ground import Ground
from plugins.build.inputs import Inputs, bureau_fingerprint, suspects
from plugins.build.looking import touched
from plugins.build.making import Made, Maker
from plugins.build.stage import Stage
from plugins.build.theme import SiteEnvironment, Templates, compile_all
from plugins.rebuild.progress import progress
from plugins.rebuild.reads import overlap
from plugins.rebuild.staging import Staging
from plugins.rebuild.traces import Traces
from plugins.rebuild.workers import FEW, spread
from plugins.records import slugs
from plugins.site import Output
from plugins.site.page import maker_named

LOST = "输出文件夹里的文件不见了，或被改动过"
# Size and time of modification of outputs, by path.
Places = Mapping[str, tuple[int, int]]


class Written(NamedTuple):
    """How many outputs there are; why which were made; which files of them are new; which went."""

    total: int
    made: Mapping[str, str]
    files: list[str]
    removed: set[str]

    @property
    def summary(self) -> str:
        gone = f"，删除 {len(self.removed)} 个" if self.removed else ""
        counts = f"重新生成 {len(self.made)} 个，写入 {len(self.files)} 个{gone}"
        return f"共 {self.total} 个文件，{counts}。"


class Writing:
    """Writes one site. What must be made and why is found out first, and noted in `made`."""

    def __init__(self, ground: Ground, stage: Stage, env: SiteEnvironment) -> None:
        self._told, self._found, self._now, memory, self._readings, assets = ground
        self._memory, self._stage, self._env = memory, stage, env
        self._edited = stage.edited is not None
        self._theme = memory.part("theme") or {}
        self._templates = Templates(env, self._theme.get("templates", {}))
        self._frame = Frame(stage.site, stage.outward, assets, stage.report.counts)
        self._inputs = Inputs(
            stage.site,
            stage.outward,
            self._mark,
            stage.sums,
            self._templates.fingerprint,
            bureau_fingerprint(stage.site),
            self._frame.fingerprint,
        )
        self._traces = Traces((memory.shelf("traces"), memory.shelf("inputs")))
        self.made: dict[str, str] = {}

    def write(self) -> Written:
        if self._edited:
            outputs, paths = self._again(), [*self._memory.head["outputs"]]
        else:
            outputs, paths = self._wanted(), [output.path for output in self._stage.planned]
        removed = self._gone({*paths})
        if len(outputs) >= FEW:
            compile_all(self._env)
        staged = self._make(outputs, removed)
        self._keep(paths, self._in_place(paths, staged))
        return Written(len(paths), self.made, list(staged), removed)

    def _mark(self, kind: str, identifier: str) -> bytes | None:
        """The fingerprint of a piece; None of a record that does not stand on the site now."""
        if identifier not in self._stage.site.by_id:
            return None
        return self._readings.mark(kind, self._stage.standing.paths[identifier])

    # What must be made.

    def _wanted(self) -> list[Output]:
        """Of a site that was planned anew, what would come out otherwise than it is."""
        before = self._memory.head["outputs"] if self._memory.head else {}
        lost = touched(before, self._found.output)
        moment = int(self._now.timestamp())
        traces = self._traces
        traces.compare(self._inputs.all)
        for output in self._stage.planned:
            reason = (
                self._memory.why_none
                or traces.why_again(output.path, output.maker, output.given, moment)
                or (LOST if output.path in lost or output.path not in before else "")
            )
            if reason:
                self.made[output.path] = reason
        return [output for output in self._stage.planned if output.path in self.made]

    def _again(self) -> list[Output]:
        """Of a site that stands as it did, what was made from something that changed."""
        lost = touched(self._memory.head["outputs"], self._found.output)
        true = self._memory.head["outputs_true"]
        self._traces.compare(self._inputs.all, self._suspects())
        again = self._traces.again(int(self._now.timestamp()), true)
        self.made = {**dict.fromkeys(lost, LOST), **again}
        traces = ((path, self._traces.of(path)) for path in self.made)
        return [Output(path, maker_named(trace.maker), trace.given) for path, trace in traces]

    def _suspects(self) -> tuple[set[str], set[str]]:
        edited, site = self._stage.edited, self._stage.site
        kinds = {"template"} if self._found.theme != self._memory.head["theme"] else set()
        statutes = set()
        if any(site.by_id[identifier].extract.is_law for identifier in edited):
            works = site.graph.statutes.works
            statutes = {version.record.id for work in works for version in work.versions}
        return suspects(edited, statutes, self._stage.pieces, kinds)

    def _gone(self, paths: set[str]) -> set[str]:
        """The files in the output folder that have no business there any more.

        What will be ours is noted before anything of it is written.
        """
        known = paths
        if not self._edited or self._memory.was_interrupted:
            known = self._memory.known_outputs()
            if not paths <= known:
                self._memory.intend(known | paths)
        if self._told.ours:
            known = known | self._found.output.keys()
        return known - paths

    # Made, and put in place.

    def _make(self, outputs: list[Output], removed: set[str]) -> dict[str, tuple[int, int]]:
        """Size and time of the files that are new or different, by path."""
        staging = Staging(self._told.output, self._found.output)
        staged = {}
        if self._memory.head is None:
            self._traces.fill(output.path for output in self._stage.planned)
        staging.open()
        try:
            maker = Maker(self._stage.site, self._frame, self._env)
            work = maker.work(outputs, staging)
            # What takes longest, the files of all records, stands at the end of the plan.
            numbers = range(len(outputs))[::-1]
            with progress("生成页面", len(outputs)) as tell:
                for plain in spread(numbers, work, self._told.workers, tell):
                    made = Made._make(plain)
                    output = outputs[made.number]
                    self._note(output, made)
                    if made.staged:
                        staged[output.path] = made.staged
            staging.remove(removed)
            staging.commit()
        finally:
            staging.clear()
        return staged

    def _note(self, output: Output, made: Made) -> None:
        times, inputs = (made.since, made.until), (made.inputs, made.shared)
        reason = self.made[output.path]
        self._traces.set(output.path, output.maker, output.given, *times, *inputs, reason)
        if self._memory.head is None:
            # Now, while the workers go on.
            self._traces.take_down(self._inputs.all, made.inputs)

    def _in_place(self, paths: Iterable[str], staged: Places) -> Places:
        """Size and time of every output that is now in place."""
        there = self._found.output
        if self._edited:
            now = {path: there[path][:2] for path in self.made if path not in staged}
            return {**self._memory.head["outputs"], **now, **staged}
        return {path: staged.get(path) or there[path][:2] for path in paths}

    # What is kept.

    def _keep(self, paths: list[str], outputs: Places) -> None:
        stage = self._stage
        outputs_true = self._true_during(paths)
        since, until = overlap(outputs_true, stage.true)
        head = {
            "content": self._found.content,
            "theme": self._found.theme,
            "outputs": outputs,
            "made": tuple(self.made) if len(self.made) < len(paths) else tuple(paths),
            "true": stage.true,
            "since": since,
            "until": until,
            "outputs_true": outputs_true,
            "report": tuple(stage.report),
            "of_files": stage.findings,
        }
        parts = {"sums": stage.sums.plain}
        theme = {
            "templates": {**self._theme.get("templates", {}), **self._templates.known},
            "bytecode": self._env.bytecode_cache.held,
        }
        if theme != self._theme:
            parts["theme"] = theme
        if not self._edited:
            parts |= {"standing": tuple(stage.standing), "slugs": slugs.known}
        traces, inputs = self._traces.kept(paths, self._inputs.all)
        shelves = self._readings.shelves(everything=not self._edited)
        shelves |= {"traces": traces, "inputs": inputs}
        self._memory.save(head, parts, shelves, None if self._edited else outputs)
        if stage.bodies is not None:
            self._memory.bodies.keep_only(stage.bodies)

    def _true_during(self, paths: Iterable[str]) -> tuple[int, int]:
        """Since and until when all outputs are what they are."""
        if self._edited:
            since, until = self._memory.head["outputs_true"]
            if since <= self._now.timestamp() < until:
                # What was true of the others still is.
                return overlap((since, until), self._traces.true_during(self.made))
        return self._traces.true_during(paths)

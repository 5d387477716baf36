"""One build: look what there is, plan, make what changed, put it in place, keep what was learnt.

Nothing in the output folder changes before all that is to be there has been made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment

from plugins.build.frame import FILTERS, Frame
from plugins.build.looking import Folders, Look
from plugins.build.inputs import Inputs, bureau_fingerprint, fingerprint
from plugins.build.making import Made, Maker
from plugins.build.prepare import prepare
from plugins.build.readings import PIECES, Reading, Readings
from plugins.build.report import Report, report_of
from plugins.build.theme import Bytecode, Templates, environment
from plugins.build.theme_assets import load_theme_assets
from plugins.bureau import Column
from plugins.bureau.clock import midnight
from plugins.rebuild.memory import Memory
from plugins.rebuild.packing import unpack
from plugins.rebuild.progress import progress
from plugins.rebuild.reads import reading
from plugins.rebuild.staging import Staging
from plugins.rebuild.traces import Traces
from plugins.rebuild.workers import FEW, spread
from plugins.records import Library, Record, slugs
from plugins.records.reader import Read
from plugins.site import Links, Site
from plugins.site.model import DAY


@dataclass(frozen=True)
class Settings:
    """What a build is told; `site_address` is empty for the bureau's own."""

    site_address: str = ""
    relative: bool = True
    preview: bool = True
    workers: int = 1


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
        self._held: Mapping[str, Any] = memory.tail or {}
        slugs.known.update(self._held.get("slugs", {}))
        self.why_all = memory.why_none
        self.made: dict[str, str] = {}

    def prepare(self) -> None:
        """Read what is new, and plan the site."""
        self.assets = load_theme_assets(self.folders.theme / "static")
        content, tree = self.folders.content, self.found.content
        self._readings = Readings(content, tree, self._held.get("rows", {}), self.memory.bodies)
        with reading() as reads:
            prepared = prepare(
                content,
                self.now,
                self.assets,
                site_address=self.settings.site_address,
                relative=self.settings.relative,
                preview=self.settings.preview,
                tree=tree,
                read=self._read,
            )
            self.site, self.planned = prepared.site, prepared.planned
            self.report = report_of(prepared.findings, self.site)
        # The plan and its findings speak of the day.
        today = midnight(self.now.date())
        self._true = (max(reads.since, today), min(reads.until, today + DAY))
        if self.site:
            self.site.open_piece = self._open_piece
            self._outward = prepared.outward

    def _read(self, library: Library, files: list[tuple[str, Column]]) -> Iterator[Read]:
        links = Links(
            self.settings.site_address or library.bureau.address, self.settings.relative
        )
        site = Site(library, None, self.now, links, self.settings.preview)
        with progress("读取稿件", len(files)) as tell:
            yield from self._readings.read(files, site, PIECES, self.settings.workers, tell)

    def _open_piece(self, kind: str, record: Record) -> Any:
        places = Reading._make(self._readings.rows[record.path]).pieces
        place = next(place for held, _, place in places if held == kind)
        return unpack(self.memory.bodies.read(place))

    def write(self) -> None:
        """Make what must be made, put it in place, and keep what is needed for the next time."""
        bytecode = Bytecode(self._held.get("bytecode", {}))
        env = environment(self.like, FILTERS, bytecode)
        templates = Templates(env, self._held.get("templates", {}))
        frame = Frame(self.site, self._outward, self.assets)
        pieces = self._readings.marks(self.site)
        bureau = bureau_fingerprint(self.site)
        inputs = Inputs(
            self.site, self._outward, pieces, templates.fingerprint, bureau, frame.fingerprint
        )
        traces = Traces(self._held.get("traces"))
        traces.compare(inputs.all)
        given = [fingerprint(*output.given) for output in self.planned]
        self.made = self._wanted(traces, given)
        numbers = [n for n, output in enumerate(self.planned) if output.path in self.made]
        staging = Staging(self.folders.output, self.found.output)
        known = self.memory.known_outputs()
        paths = {output.path for output in self.planned}
        self.memory.intend(known | paths)
        if len(numbers) >= FEW:
            # Compiled here once instead of in every worker.
            for name in env.list_templates(filter_func=_is_ours):
                env.get_template(name)
        maker = Maker(self.site, frame, env)
        staging.open()
        try:
            with progress("生成页面", len(numbers)) as tell:
                work = maker.work(self.planned, staging)
                done = [Made._make(m) for m in spread(numbers, work, self.settings.workers, tell)]
            staging.remove(known - paths)
            for made in done:
                if made.staged:
                    staging.commit(self.planned[made.number].path, made.name)
        finally:
            staging.clear()
        self.written = [self.planned[made.number].path for made in done if made.staged]
        self.removed = known - paths
        outputs = self._outputs(done)
        for made in done:
            path = self.planned[made.number].path
            own, shared, reason = made.inputs, made.shared, self.made[path]
            traces.set(path, given[made.number], made.since, made.until, own, shared, reason)
        traces.keep_only(paths)
        self._keep(traces, inputs, templates, bytecode, outputs)

    @property
    def summary(self) -> str:
        """How much was made, and how much of that was new."""
        made, written = len(self.made), len(self.written)
        gone = f"，删除 {len(self.removed)} 个" if self.removed else ""
        return f"共 {len(self.planned)} 个文件，重新生成 {made} 个，写入 {written} 个{gone}。"

    def _wanted(self, traces: Traces, given: list[bytes]) -> dict[str, str]:
        """What must be made, with the reason."""
        moment = int(self.now.timestamp())
        there = self.found.output
        before = self.memory.head["outputs"] if self.memory.head else {}
        wanted = {}
        for output, print_ in zip(self.planned, given, strict=True):
            path = output.path
            reason = self.why_all or traces.why_again(path, print_, moment)
            if reason is None:
                stamp = there.get(path)
                if stamp is None or before.get(path) != stamp[:2]:
                    reason = "输出文件夹里的文件不见了，或被改动过"
            if reason:
                wanted[path] = reason
        return wanted

    def _outputs(self, done: Iterable[Made]) -> dict[str, tuple[int, int]]:
        """Size and time of every output that is now in place."""
        staged = {self.planned[made.number].path: made.staged for made in done if made.staged}
        there = self.found.output
        return {
            output.path: staged.get(output.path) or tuple(there[output.path][:2])
            for output in self.planned
        }

    def _keep(self, traces, inputs, templates, bytecode, outputs) -> None:
        since, until = traces.true_during()
        head = {
            "content": {path: tuple(stamp) for path, stamp in self.found.content.items()},
            "theme": {path: tuple(stamp) for path, stamp in self.found.theme.items()},
            "outputs": outputs,
            "since": max(since, self._true[0]),
            "until": min(until, self._true[1]),
            "report": tuple(self.report),
        }
        rows = self._readings.rows
        tail = {
            "rows": rows,
            "traces": traces.plain(inputs.all),
            "templates": templates.known,
            "slugs": slugs.known,
            "bytecode": bytecode.held,
        }
        self.memory.save(head, tail, outputs)
        self.memory.bodies.keep_only(self._readings.files)


def _is_ours(name: str) -> bool:
    """Pelican's own theme lies in the loader too."""
    return name.endswith(".html") and not name.startswith("!")

"""One build: take the site up as it stood or arrange it anew, then write what changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cached_property

from jinja2 import Environment

from plugins.build.frame import FILTERS
from plugins.build.ground import Ground
from plugins.build.looking import Look
from plugins.build.readings import Readings
from plugins.build.report import Report
from plugins.build.rows import scattered
from plugins.build.stage import Stage
from plugins.build.taking_up import take_up
from plugins.build.theme import Bytecode, SiteEnvironment, compile_all, environment
from plugins.build.theme_assets import load_theme_assets
from plugins.build.told import Told
from plugins.build.writing import Writing, Written
from plugins.rebuild.memory import Memory
from plugins.records import slugs
from plugins.site import Site


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
        self._like = like
        self.report: Report | None = None
        self.written: Written | None = None
        self._stage: Stage | None = None
        rows, entries = memory.shelf("rows"), memory.shelf("entries")
        # What is read again now comes into one file.
        self._scattered = scattered(rows) if memory.bodies.scattered else set()
        held = (rows, entries, memory.bodies)
        readings = Readings(told.content, found.content, *held, self._scattered)
        assets = load_theme_assets(told.theme / "static")
        self._ground = Ground(told, found, now, memory, readings, assets)
        slugs.known.update(memory.part("slugs") or {})

    @property
    def site(self) -> Site | None:
        """None where there is none, because bureau.yml can't be read."""
        return self._stage and self._stage.site

    @property
    def was_taken_up(self) -> bool:
        """Whether the site stands as it did, and only texts changed."""
        return self._stage is not None and self._stage.edited is not None

    def prepare(self) -> None:
        """Read what is new; arrange the site, or take it up as it stood when that is the same."""
        if not self.take_up():
            # Imported here: after an edit most of the program is not needed.
            from plugins.build.arranging import arrange

            self._open(arrange(self._ground, self._warm_up))

    def take_up(self) -> bool:
        """Take the site up as it stood; False where it has to be arranged."""
        held = take_up(self._ground, self._scattered)
        if held is not None:
            self._open(held)
        return held is not None

    def _open(self, held: Stage | Report) -> None:
        if isinstance(held, Report):
            self.report = held
            return
        self._stage, self.report = held, held.report
        readings, assets = self._ground.readings, self._ground.assets
        held.site.files = {asset.address: asset.content for asset in assets.values()}
        held.site.open_piece = lambda kind, record: readings.piece(kind, record.path)
        held.site.open_entries = lambda: readings.entries_by(held.standing.paths)

    def write(self) -> Written:
        """Make what must be made, put it in place, and keep what is needed for the next time."""
        self.written = Writing(self._ground, self._stage, self._environment).write()
        return self.written

    @cached_property
    def _environment(self) -> SiteEnvironment:
        held = self._ground.memory.part("theme") or {}
        return environment(self._like(), FILTERS, Bytecode(held.get("bytecode", {})))

    def _warm_up(self) -> None:
        """What takes long to load, while workers read and this process waits for them."""
        # Whatever is wrong comes to light again where somebody hears of it.
        with suppress(Exception):
            compile_all(self._environment)
            slugs.warm_up()

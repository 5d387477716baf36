"""Making outputs: a page is rendered, a file has its bytes, and what was read for it is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jinja2 import Environment, Template

from plugins.build.frame import Frame
from plugins.rebuild.reads import Reads, note, reading
from plugins.rebuild.staging import Staging
from plugins.site import Output, Page, Site


class Made(NamedTuple):
    """One output, made: `staged` are its size and time where it was staged, None where the output
    folder has the same bytes. True from `since` on and before `until`.
    """

    number: int
    staged: tuple[int, int] | None
    name: str
    inputs: tuple[str, ...]
    shared: tuple[str, ...]
    since: int
    until: int


class Maker:
    """Makes the outputs of one build, each where it is called."""

    def __init__(self, site: Site, frame: Frame, env: Environment) -> None:
        self._site, self._frame, self._env = site, frame, env
        self._shared: dict[frozenset[str], tuple[str, ...]] = {}

    def make(self, output: Output) -> tuple[bytes, Reads]:
        with reading() as reads:
            note("bureau")
            made = output.made(self._site)
            if not isinstance(made, Page):
                return made.content, reads
            note("frame")
            html = self._template(made.template).render(self._frame.context(made))
            return html.encode(), reads

    def _template(self, name: str) -> Template:
        """`records/<kind>` falls back to the template of all records."""
        names = [f"{name}.html", "record.html"] if name.startswith("records/") else [f"{name}.html"]
        return self._env.select_template(names)

    def work(
        self, outputs: Sequence[Output], staging: Staging
    ):
        """For workers: stages those of `outputs` whose numbers are given."""

        def work(numbers: Sequence[int], worker: int) -> Iterator[tuple]:
            for number in numbers:
                output = outputs[number]
                content, reads = self.make(output)
                name = f"{worker}-{number}"
                staged = staging.put(output.path, content, name)
                own, shared = self._parted(reads.inputs)
                yield tuple(Made(number, staged, name, own, shared, reads.since, reads.until))
                self._close(output)

        return work

    def _parted(self, inputs: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The inputs of this output alone, and those that many have in common: one tuple for all."""
        common = frozenset(name for name in inputs if name.startswith(("template ", "prompted ")))
        if common not in self._shared:
            self._shared[common] = tuple(sorted(common))
        own = inputs - common
        for name in [name for name in own if name.startswith("record ")]:
            # A record's title and place are read from it: whoever has opened it knows them.
            identifier = name.removeprefix("record ")
            own -= {f"title {identifier}", f"place {identifier}"}
        return tuple(sorted(own)), self._shared[common]

    def _close(self, output: Output) -> None:
        """Let go of the records that the output opened."""
        for given in output.given[:1]:
            record = self._site.by_id.get(given) if isinstance(given, str) else None
            if record is not None and record.kind != "statute":
                record.close()

"""Making outputs: a page is rendered, a file has its bytes, and what was read for it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from jinja2 import Environment, Template
from markupsafe import Markup

from plugins.build.frame import Frame
from plugins.rebuild.reads import Reads, note, note_all, reading
from plugins.rebuild.staging import Staging
from plugins.site import Output, Page, Site


class Made(NamedTuple):
    """One output, made: `staged` are its size and time where it was staged, None where the output
    folder has the same bytes. True from `since` on and before `until`.
    """

    number: int
    staged: tuple[int, int] | None
    inputs: tuple[str, ...]
    shared: tuple[str, ...]
    since: int
    until: int


class Maker:
    """Makes the outputs of one build, each where it is called."""

    def __init__(self, site: Site, frame: Frame, env: Environment) -> None:
        self._site, self._frame, self._env = site, frame, env
        self._shared: dict[frozenset[str], tuple[str, ...]] = {}
        self._parts: dict[tuple, tuple[Markup, Reads]] = {}
        self._templates: dict[str, tuple[Template, Reads]] = {}

    def make(self, output: Output) -> tuple[bytes, Reads]:
        with reading() as reads:
            note("bureau")
            made = output.made(self._site)
            if not isinstance(made, Page):
                return made.content, reads
            note("frame")
            context = self._frame.context(made)
            context["shared"] = partial(self._part, made.path, self._frame.shared_place(made.path))
            return self._template(made.template).render(context).encode(), reads

    def _part(self, path: str, place: tuple[str, str, str], name: str, **given: Any) -> Markup:
        """A part of the page at `path` that other pages in its `place` have too, made once.

        It sees nothing of the page but what is `given`: so what it shows can't differ from page to
        page without being given.
        """
        key = (name, place, *given.values())
        if key not in self._parts:
            with reading() as reads:
                context = {**self._frame.shared_context(path), **given}
                part = self._env.get_template(name).render(context)
                self._parts[key] = Markup(part.strip()), reads
        part, reads = self._parts[key]
        note_all(reads)
        return part

    def _template(self, name: str) -> Template:
        """`records/<kind>` falls back to the template of all records."""
        if name not in self._templates:
            names = [f"{name}.html"]
            if name.startswith("records/"):
                names.append("record.html")
            with reading() as reads:
                self._templates[name] = self._env.select_template(names), reads
        template, reads = self._templates[name]
        note_all(reads)
        return template

    def work(self, outputs: Sequence[Output], staging: Staging):
        """For workers: stages those of `outputs` whose numbers are given."""

        def work(numbers: Iterable[int], _worker: int) -> Iterator[tuple]:
            for number in numbers:
                output = outputs[number]
                content, reads = self.make(output)
                staged = staging.put(output.path, content)
                own, shared = self._parted(reads.inputs)
                yield tuple(Made(number, staged, own, shared, reads.since, reads.until))
                self._close(output)

        return work

    def _parted(self, inputs: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The output's own inputs, and those that many have in common, one tuple for all."""
        if len(inputs) == 1:
            # Half of all outputs, the QR codes, depend on the bureau's address alone.
            return tuple(inputs), ()
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
            if record is not None and not record.extract.is_law:
                record.close()

"""Rendering outputs: a page from its template and view, a file from its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from plugins.build.errors import RenderError
from plugins.build.frame import Frame
from plugins.build.planning import PlannedOutput
from plugins.build.templates import Templates
from plugins.dependencies import FRAME, PLACE, RECORD, TEMPLATE, TITLE
from plugins.incremental.staging import Staging
from plugins.incremental.tracking import Tracker, depends_on, depends_on_all, track
from plugins.site import Output, Page, Site

# Number of the output, size and time of the staged file (None where the output has these bytes),
# dependencies, and the interval in which it is valid.
Rendered = tuple[int, tuple[int, int] | None, tuple[tuple[str, str], ...], int, int]
# The values of a record that whoever opened it has read with it.
OF_RECORD = {TITLE.name, PLACE.name}


class Renderer:
    """Renders the outputs of one build, each where it is called."""

    def __init__(self, site: Site, frame: Frame, env: Environment, templates: Templates) -> None:
        self._site, self._frame, self._env, self._known = site, frame, env, templates
        self._parts: dict[tuple[Any, ...], tuple[Markup, Tracker]] = {}
        self._templates: dict[str, tuple[Template, Tracker]] = {}

    def render(self, output: Output) -> tuple[bytes, Tracker]:
        """Raises RenderError, which names the output, for whatever goes wrong."""
        with track() as tracker:
            try:
                return self._render(output), tracker
            except OSError:
                raise
            except Exception as error:
                raise RenderError.of(output.path, output.given, error) from error

    def _render(self, output: Output) -> bytes:
        made = output.made(self._site)
        if not isinstance(made, Page):
            return made.content
        depends_on(FRAME)
        context = self._frame.context(made)
        context["shared"] = partial(self._part, made.path, self._frame.shared_place(made.path))
        return self._template(made.template).render(context).encode()

    def _part(self, path: str, place: tuple[str, str, str], name: str, **given: Any) -> Markup:
        """A part of the page at `path` that other pages in its `place` have too, rendered once.

        It sees nothing of the page but what is `given`.
        """
        key = (name, place, *given.values())
        if key not in self._parts:
            with track() as tracker:
                context = {**self._frame.shared_context(path), **given}
                part = self._env.get_template(name).render(context)
            self._parts[key] = Markup(part.strip()), tracker
        part, tracker = self._parts[key]
        depends_on_all(tracker)
        return part

    def _template(self, name: str) -> Template:
        """`records/<kind>` falls back to the template of all records."""
        if name not in self._templates:
            names = [f"{name}.html"]
            if name.startswith("records/"):
                names.append("record.html")
            with track() as tracker:
                template = self._env.select_template(names)
            self._templates[name] = template, tracker
        template, tracker = self._templates[name]
        depends_on_all(tracker)
        return template

    def worker(
        self, outputs: Sequence[PlannedOutput], staging: Staging
    ) -> Callable[[Iterable[int], int], Iterator[Rendered]]:
        """For `parallel_map`: renders and stages those of `outputs` whose numbers it is given."""

        def work(numbers: Iterable[int], _worker: int) -> Iterator[Rendered]:
            for number in numbers:
                planned = outputs[number]
                content, tracker = self.render(planned.output())
                staged = staging.put(planned.path, content)
                dependencies = self._reduced(tracker.dependencies)
                yield number, staged, dependencies, tracker.since, tracker.until
                self._close(planned)

        return work

    def _reduced(self, dependencies: set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Without those that others include: most pages have a dozen of these."""
        if not dependencies:
            return ()
        templates = frozenset([d for d in dependencies if d[0] == TEMPLATE.name])
        left = dependencies - self._known.included(templates)
        records = [key for kind, key in dependencies if kind == RECORD.name]
        left.difference_update([(kind, key) for key in records for kind in OF_RECORD])
        return tuple(sorted(left))

    def _close(self, planned: PlannedOutput) -> None:
        """Release the text of the record that the output is about; statutes are cited often."""
        for given in planned.given[:1]:
            record = self._site.by_id.get(given) if isinstance(given, str) else None
            if record is not None and record.extract.law is None:
                record.close()

"""Rendering an output where it is called: a page from its template and view, a file as it is."""

from __future__ import annotations

from functools import partial
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from plugins.dependencies import FRAME
from plugins.incremental.tracking import Tracker, depends_on, depends_on_all, track
from plugins.site import Output, Page, Site
from plugins.theme.frame import Frame


class Renderer:
    """Renders the outputs of one site. What many pages share is rendered once."""

    def __init__(self, site: Site, frame: Frame, env: Environment) -> None:
        self._site, self._frame, self._env = site, frame, env
        self._parts: dict[tuple[Any, ...], tuple[Markup, Tracker]] = {}
        self._templates: dict[str, tuple[Template, Tracker]] = {}

    def render(self, output: Output) -> bytes:
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

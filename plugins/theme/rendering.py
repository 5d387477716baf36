"""Rendering an output where it is called: a page from its template and view, a file as it is."""

from __future__ import annotations

from functools import cached_property, partial
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from plugins.dependencies import FRAME
from plugins.incremental.tracking import Tracker, depends_on, depends_on_all, track
from plugins.languages.english import English
from plugins.site import Output, Page, Site
from plugins.theme.frame import Frame


class Renderer:
    """Renders the outputs of one site. What many pages share is rendered once."""

    def __init__(self, site: Site, frame: Frame, env: Environment) -> None:
        self._site, self._frame, self._env = site, frame, env
        self._parts: dict[tuple[Any, ...], tuple[Markup, Tracker]] = {}
        self._templates: dict[str, tuple[Template, Tracker]] = {}

    def render(self, output: Output) -> bytes:
        page = output.call(self._site)
        if not isinstance(page, Page):
            return page.content
        depends_on(FRAME)
        context = self._frame.context(page)
        context["shared"] = partial(self._part, page.path, self._frame.shared_key(page.path))
        html = self._template(page.template).render(context)
        return (self._english.page(html) if page.head.language == "en" else html).encode()

    @cached_property
    def _english(self) -> English:
        return English(self._site.bureau.english.words)

    def _part(
        self, path: str, shared_key: tuple[str, str, str], name: str, **variables: Any
    ) -> Markup:
        """A part of the page at `path` that other pages with its `shared_key` have too.

        It is rendered once, and sees nothing of the page but its `variables`.
        """
        key = (name, shared_key, *variables.values())
        if key not in self._parts:
            with track() as tracker:
                context = {**self._frame.shared_context(path), **variables}
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

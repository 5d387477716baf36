"""The theme of one build, with what earlier builds kept of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment

from plugins.incremental.snapshot import Snapshot
from plugins.incremental.store import Store
from plugins.theme.assets import ThemeAssets
from plugins.theme.frame import FILTERS
from plugins.theme.template_compiler import SiteEnvironment
from plugins.theme.templates import Bytecode, Templates, compile_all, environment

# Where the store has it; it is right whatever else has changed.
KEPT_OF_THEME = ("theme", "theme assets", "templates", "bytecode")


class Theme:
    """Templates and assets, loaded when they are first asked for.

    `template_fingerprint` and `frame_fingerprint` are for the table of dependencies.
    """

    def __init__(
        self, store: Store, folder: Path, files: Snapshot, like: Callable[[], Environment]
    ) -> None:
        """`like` gives Pelican's templates and all that settings add to Jinja."""
        self._store, self._files, self._like = store, files, like
        self.is_changed = store.meta("theme") != files
        stored = None if self.is_changed else store.meta("theme assets")
        self.assets = ThemeAssets(folder / "static", stored)
        self.frame_fingerprint = b""

    @cached_property
    def bytecode(self) -> Bytecode:
        return Bytecode(self._store.meta("bytecode", {}))

    @cached_property
    def env(self) -> SiteEnvironment:
        return environment(self._like(), FILTERS, self.bytecode)

    @cached_property
    def templates(self) -> Templates:
        return Templates(self.env, self._store.meta("templates", {}))

    def template_fingerprint(self, name: str) -> bytes | None:
        return self.templates.fingerprint(name)

    def load(self) -> None:
        """Read what is stored, in the one thread that may use the store."""
        self.bytecode  # noqa: B018

    def compile(self) -> None:
        """Compile all templates of which no code is kept, before there are workers."""
        if not self.bytecode.stored:
            compile_all(self.env)

    def values(self) -> dict[str, Any]:
        """What the next build needs, for the store."""
        values: dict[str, Any] = {}
        if self.is_changed:
            values |= {"theme": self._files, "theme assets": self.assets.plain}
        # What nobody asked for has not changed.
        if "bytecode" in vars(self) and self.bytecode.is_changed:
            values["bytecode"] = self.bytecode.stored
        if "templates" in vars(self):
            values["templates"] = self.templates.known_or_stored
        return values

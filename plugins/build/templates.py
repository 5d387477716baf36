"""The theme's templates: loading, compiled code that is kept, fingerprints.

Uses of Jinja beyond its documentation are here and in `template_compiler`; jinja2 is pinned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates

from plugins.build.template_compiler import Generator, Inliner
from plugins.dependencies import TEMPLATE
from plugins.incremental.fingerprint import fingerprint, hash_bytes
from plugins.incremental.tracking import depends_on


class SiteEnvironment(Environment):
    """Records a dependency on every template that is looked for, found or not.

    `inlined` are, by template, the parts that were compiled into it.
    """

    code_generator_class = Generator

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.inlined: dict[str, tuple[str, ...]] = {}
        self.references: dict[str, tuple[str, ...]] = {}
        self._digests: dict[str, bytes] = {}
        # Jinja's own cache asks a template for each of its uses whether it is up to date.
        self._loaded: dict[str, Template] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Of a dict the item: Jinja asks for an attribute first, and every view would fail that."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)

    def digest(self, name: str) -> bytes:
        """Of the source; empty for a template that does not exist."""
        if name not in self._digests:
            try:
                source, *_ = self.loader.get_source(self, name)
                self._digests[name] = hash_bytes(source.encode())
            except TemplateNotFound:
                self._digests[name] = b""
        return self._digests[name]

    def _generate(self, source: nodes.Template, name: str | None, *rest: Any, **more: Any) -> str:
        inliner = Inliner(self)
        self.references[name] = _references(source)
        source = inliner.visit(source)
        self.inlined[name] = tuple(sorted(inliner.names))
        return super()._generate(source, name, *rest, **more)

    def make_globals(self, more: Mapping[str, Any] | None) -> dict[str, Any]:
        """Jinja goes through them for every page, and a ChainMap, as it makes, takes long."""
        return {**self.globals, **(more or {})}

    def _load_template(self, name: str, globals: Any) -> Any:
        depends_on(TEMPLATE, name)
        return self.loaded(name)

    def loaded(self, name: str) -> Template:
        """The template of that name, of which nothing is noted. Raises TemplateNotFound."""
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = super()._load_template(name, None)
        return found


def environment(
    like: Environment, filters: Mapping[str, Callable], bytecode: BytecodeCache
) -> SiteEnvironment:
    """Our environment, with the loader and all that settings added to Pelican's."""
    env = SiteEnvironment(
        loader=like.loader,
        extensions=[*like.extensions],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=bytecode,
    )
    env.filters |= like.filters | filters
    env.globals |= like.globals
    env.tests |= like.tests
    return env


def compile_all(env: SiteEnvironment) -> None:
    """Compile the theme's templates here, once, instead of in every worker.

    Parts that others are made of come last: most have been put into them and are never loaded.
    """
    # Pelican's own theme lies in the loader too.
    names = [n for n in env.list_templates() if n.endswith(".html") and not n.startswith("!")]
    names.sort(key=lambda name: name.startswith("parts/"))
    for name in names:
        if not any(name in parts for parts in env.inlined.values()):
            env.loaded(name)


class Bytecode(BytecodeCache):
    """Compiled templates, kept in the store.

    `stored` are by name the code and the digests of the parts that were compiled into it: Jinja
    itself only asks whether the template's own source is the same.
    """

    def __init__(self, stored: Mapping[str, tuple]) -> None:
        self.stored = dict(stored)
        self.is_changed = False

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        code, parts = self.stored.get(bucket.key, (None, ()))
        if code and all(bucket.environment.digest(name) == was for name, was in parts):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        env = bucket.environment
        parts = tuple((name, env.digest(name)) for name in env.inlined[bucket.key])
        self.is_changed = True
        self.stored[bucket.key] = (bucket.bytecode_to_string(), parts)


class Templates:
    """Fingerprints of templates. `stored` are by name the digest of a source and what it names."""

    def __init__(self, env: SiteEnvironment, stored: Mapping[str, tuple]) -> None:
        self._env, self._stored = env, stored
        self.known: dict[str, tuple[bytes, tuple[str, ...]]] = {}
        self._fingerprints: dict[str, bytes | None] = {}
        self._included: dict[frozenset[tuple[str, str]], set[tuple[str, str]]] = {}

    @property
    def is_changed(self) -> bool:
        return any(self._stored.get(name) != value for name, value in self.known.items())

    @property
    def known_or_stored(self) -> dict[str, tuple]:
        return {**self._stored, **self.known}

    def fingerprint(self, name: str) -> bytes | None:
        """None for a template that does not exist, which may come to be."""
        if name not in self._fingerprints:
            closure = sorted(self._closure(name, set()))
            sources = [(part, self._parts(part)[0]) for part in closure]
            known = any(source for _, source in sources)
            self._fingerprints[name] = fingerprint(sources) if known else None
        return self._fingerprints[name]

    def included(self, templates: frozenset[tuple[str, str]]) -> set[tuple[str, str]]:
        """Of dependencies on templates those that a template among them refers to.

        The fingerprint of that one covers them.
        """
        if templates not in self._included:
            self._included[templates] = {
                (kind, part)
                for kind, name in templates
                for part in self._closure(name, set())
                if part != name
            }
        return self._included[templates]

    def _closure(self, name: str, seen: set[str]) -> set[str]:
        if name not in seen:
            seen.add(name)
            for part in self._parts(name)[1]:
                self._closure(part, seen)
        return seen

    def _parts(self, name: str) -> tuple[bytes, tuple[str, ...]]:
        if name not in self.known:
            self.known[name] = self._read(name)
        return self.known[name]

    def _read(self, name: str) -> tuple[bytes, tuple[str, ...]]:
        digest = self._env.digest(name)
        stored = self._stored.get(name)
        if stored and stored[0] == digest:
            return stored
        if not digest:
            return b"", ()
        source, *_ = self._env.loader.get_source(self._env, name)
        if name not in self._env.references:
            self._env.references[name] = _references(self._env.parse(source))
        return digest, self._env.references[name]


def _references(source: nodes.Template) -> tuple[str, ...]:
    """The templates that a template names by a fixed name."""
    return tuple(sorted({name for name in find_referenced_templates(source) if name}))

"""The theme's templates: loaded, and known by what their sources and all that they include say."""

from __future__ import annotations

import hashlib
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

from plugins.build.compiling import Generator, Inliner
from plugins.rebuild.reads import note


class SiteEnvironment(Environment):
    """Notes every template that is looked for, found or not.

    What a template names by a fixed name is part of its own fingerprint; what it names only when
    it runs is noted here. `inlined` are, by template, the parts that were put into it.
    """

    code_generator_class = Generator

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.inlined: dict[str, tuple[str, ...]] = {}
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
                self._digests[name] = hashlib.blake2b(source.encode(), digest_size=8).digest()
            except TemplateNotFound:
                self._digests[name] = b""
        return self._digests[name]

    def _generate(self, source: nodes.Template, name: str | None, *rest: Any, **more: Any) -> str:
        inliner = Inliner(self)
        source = inliner.visit(source)
        self.inlined[name] = tuple(sorted(inliner.names))
        return super()._generate(source, name, *rest, **more)

    def make_globals(self, more: Mapping[str, Any] | None) -> dict[str, Any]:
        """Jinja goes through them for every page, and a ChainMap, as it makes, takes long."""
        return {**self.globals, **(more or {})}

    def _load_template(self, name: str, globals: Any) -> Any:
        note(f"template {name}")
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
    """Compiled templates, kept with all else that is kept and so checked like it.

    `held` are by name the code, and the digests of the parts that were put into it: Jinja itself
    only asks whether the template's own source is the same.
    """

    def __init__(self, held: Mapping[str, tuple]) -> None:
        self.held = dict(held)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        code, parts = self.held.get(bucket.key, (None, ()))
        if code and all(bucket.environment.digest(name) == was for name, was in parts):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        env = bucket.environment
        parts = tuple((name, env.digest(name)) for name in env.inlined[bucket.key])
        self.held[bucket.key] = (bucket.bytecode_to_string(), parts)


class Templates:
    """Fingerprints of templates. `held` are by name the digest of a source and what it names."""

    def __init__(self, env: SiteEnvironment, held: Mapping[str, tuple]) -> None:
        self._env, self._held = env, held
        self.known: dict[str, tuple[bytes, tuple[str, ...]]] = {}
        self._fingerprints: dict[str, bytes | None] = {}

    def fingerprint(self, name: str) -> bytes | None:
        """None for a template that does not exist, which may come to be."""
        if name not in self._fingerprints:
            closure = sorted(self._closure(name, set()))
            sources = [(part, self._parts(part)[0]) for part in closure]
            known = any(source for _, source in sources)
            print_ = hashlib.blake2b(repr(sources).encode(), digest_size=8).digest()
            self._fingerprints[name] = print_ if known else None
        return self._fingerprints[name]

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
        held = self._held.get(name)
        if held and held[0] == digest:
            return held
        if not digest:
            return b"", ()
        source, *_ = self._env.loader.get_source(self._env, name)
        found = find_referenced_templates(self._env.parse(source))
        return digest, tuple(sorted({part for part in found if part}))

"""The theme's templates: their environment, compiled code that is kept, fingerprints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from jinja2 import BytecodeCache, Environment, StrictUndefined
from jinja2.bccache import Bucket

from plugins.incremental.fingerprint import fingerprint
from plugins.theme.template_compiler import SiteEnvironment, references

# By name the digest of a source, and the templates that it refers to.
Sources = Mapping[str, tuple[bytes, tuple[str, ...]]]


def environment(
    like: Environment, filters: Mapping[str, Callable[..., Any]], bytecode: BytecodeCache
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
    env.filters.update({**like.filters, **filters})
    env.globals.update(like.globals)
    env.tests.update(like.tests)
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

    def __init__(self, stored: Mapping[str, tuple[bytes, tuple[tuple[str, bytes], ...]]]) -> None:
        self.stored = dict(stored)
        self.is_changed = False

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        env = cast(SiteEnvironment, bucket.environment)
        code, parts = self.stored.get(bucket.key, (b"", ()))
        if code and all(env.digest(name) == was for name, was in parts):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        env = cast(SiteEnvironment, bucket.environment)
        parts = tuple((name, env.digest(name)) for name in env.inlined[bucket.key])
        self.is_changed = True
        self.stored[bucket.key] = (bucket.bytecode_to_string(), parts)


class Templates:
    """Fingerprints of templates. `stored` is what an earlier build knew."""

    def __init__(self, env: SiteEnvironment, stored: Sources) -> None:
        self._env, self._stored = env, stored
        self.known: dict[str, tuple[bytes, tuple[str, ...]]] = {}
        self._fingerprints: dict[str, bytes | None] = {}
        self._included: dict[frozenset[tuple[str, str]], set[tuple[str, str]]] = {}

    @property
    def known_or_stored(self) -> Sources:
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
        if name not in self._env.references:
            self._env.references[name] = references(self._env.parse(self._env.source(name)[0]))
        return digest, self._env.references[name]

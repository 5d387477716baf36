"""Fingerprints of what pages are made from, by the names under which `rebuild.reads` notes them.

One function a kind of input. An input with the same fingerprint as in the last build leaves what
was made from it as it is; a kind that is missing here is a mistake and raises KeyError.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Any

from plugins.build.rows import Sums
from plugins.bureau import BUREAU_FILE
from plugins.rebuild.reads import reading
from plugins.site import Site


def fingerprint(*values: Any) -> bytes:
    """Of plain values."""
    return hashlib.blake2b(marshal.dumps(values, 2), digest_size=8).digest()


# The kinds that can change when only the texts and titles of some records did. Those that speak of
# many records at once are asked about whichever changed.
OF_RECORDS = {"record", "title", "card", "statute", "clause"}
OF_ALL_RECORDS = {"rows", "entries"}
OF_ALL_STATUTES = {"statutes", "work"}


def suspects(
    ids: set[str], statutes: set[str], pieces: bool, others: set[str]
) -> tuple[set[str], set[str]]:
    """What can have changed when only the records `ids` did, and not their outlines: what inputs
    are about, and their kinds. `statutes` are the ids of all statutes if one of them is among the
    records; `pieces` says whether pieces of one of the records did; `others` are kinds of inputs
    that can have changed besides.
    """
    of_all = (OF_ALL_RECORDS if pieces else set()) | (OF_ALL_STATUTES if statutes else set())
    kinds = of_all | others
    return ids | statutes | kinds, OF_RECORDS | kinds


class Inputs:
    """Answers for one build. A fingerprint is a small plain value; None is one too.

    `mark` gives the fingerprint of a record's piece by kind and id, `sums` those of whole lists.
    """

    def __init__(
        self,
        site: Site,
        outward: Container[str],
        mark: Callable[[str, str], bytes | None],
        sums: Sums,
        template: Callable[[str], Any],
        bureau: bytes,
        frame: bytes,
    ) -> None:
        self._site, self._by_id, self._graph = site, site.by_id, site.graph
        self._kinds: dict[str, Callable[[str], Any]] = {
            "record": self._record,
            "title": lambda id: record.extract.title if (record := self._by_id.get(id)) else None,
            "place": lambda id: record.place if (record := self._by_id.get(id)) else None,
            "card": lambda id: mark("card", id),
            "leads": lambda id: _plain(self._graph.citations.leads.get(id)),
            "links": lambda id: _plain(self._graph.links.get(id)),
            "names": lambda id: _plain(self._graph.forward.get(id)),
            "named": lambda id: _plain(self._graph.backward.get(id)),
            "citing": self._citing,
            "citation": lambda _: self._citation_rows(),
            "statute": self._statute,
            "clause": self._clause,
            "statutes": lambda _: fingerprint(
                *((v.record.id, v.record.mark) for w in self._works() for v in w.versions)
            ),
            "work": self._work,
            "records": lambda _: fingerprint(*self._site.order),
            "listed": lambda code: fingerprint(*self._listed(code)),
            "rows": lambda code: fingerprint(sums.plain.get(f"rows {code}"), *self._listed(code)),
            "entries": lambda _: fingerprint(sums.plain.get("entries"), *self._on_lists()),
            "asset": lambda path: _plain(site.library.assets.get(path), lambda held: vars(held)),
            "matters": self._matters,
            "target": self._target,
            "prompted": lambda url: url in outward,
            "template": template,
            "bureau": lambda _: bureau,
            "frame": lambda _: frame,
        }

    def __getitem__(self, name: str) -> Any:
        kind, _, rest = name.partition(" ")
        with reading():
            return self._kinds[kind](rest)

    def all(self, names: Iterable[str]) -> dict[str, Any]:
        kinds = self._kinds
        with reading():
            found = {}
            for name in names:
                kind, _, rest = name.partition(" ")
                found[name] = kinds[kind](rest)
            return found

    def _record(self, identifier: str) -> bytes | None:
        record = self._by_id.get(identifier)
        return record.mark if record else None

    def _target(self, written: str) -> bytes:
        """Where it leads; the title that is found there is an input of its own."""
        found = self._graph.targets.place(written)
        return fingerprint(found.kind.value, found.full, found.record)

    def _listed(self, code: str) -> Sequence[str]:
        return self._site.lists.get(code, ())

    def _matters(self, code: str) -> bytes | None:
        """None of a column that is there no more."""
        paths = (column.data_path for column in self._site.columns if column.code == code)
        return _plain(self._site.library.data_files.get(next(paths, "")))

    def _on_lists(self) -> Iterator[str]:
        for ids in self._site.lists.values():
            yield from ids

    def _citing(self, cited: str) -> bytes | None:
        citations = self._graph.citations
        if cited == "all":
            return fingerprint(citations.of_statute, citations.of_clause)
        ids = (citations.of_clause if "#" in cited else citations.of_statute).get(cited)
        return fingerprint(*ids) if ids else None

    def _citation_rows(self) -> bytes:
        """What `machine.citations` makes its rows from."""
        rows = []
        for identifier, leads in self._graph.citations.leads.items():
            record = self._by_id[identifier]
            held = record.extract
            if self._site.on_lists(record):
                rows.append((identifier, held.address, held.law_day, held.citations, leads))
        statutes = [
            (v.record.id, v.record.title, v.record.address)
            for work in self._works()
            for v in work.versions
        ]
        return fingerprint(rows, statutes)

    def _works(self) -> list:
        return self._graph.statutes.works

    def _version(self, identifier: str):
        record = self._by_id.get(identifier)
        if record is None or not record.extract.is_law:
            return None
        return self._graph.statutes.version(identifier)

    def _statute(self, identifier: str) -> bytes | None:
        version = self._version(identifier)
        return fingerprint(*version.face, version.has_text) if version else None

    def _clause(self, named: str) -> bytes | None:
        identifier, _, anchor = named.partition("#")
        version = self._version(identifier)
        if version is None:
            return None
        return fingerprint(
            *((clause.label, clause.text) for clause in version.clauses_at([anchor]))
        )

    def _work(self, identifier: str) -> bytes | None:
        if self._version(identifier) is None:
            return None
        work = self._graph.statutes.work(identifier)
        return fingerprint(*((version.record.id, version.record.mark) for version in work.versions))


def bureau_fingerprint(site: Site) -> bytes:
    """Of what every output may speak of: the bureau, its columns, and where the site stands."""
    content = site.library.content
    columns = [(column.code, (content / column.path).read_bytes()) for column in site.columns]
    links = (site.links.site_address, site.links.relative)
    return fingerprint((content / BUREAU_FILE).read_bytes(), columns, links)


def _plain(value: Any, shape: Callable[[Any], Any] = lambda held: held) -> bytes | None:
    return fingerprint(shape(value)) if value else None

"""What one file gave when it was parsed, as plain values that are stored."""

from __future__ import annotations

from typing import Any, NamedTuple

from plugins.findings import AcceptanceTuple
from plugins.incremental.nodes import Computed
from plugins.incremental.tracking import ALWAYS
from plugins.records.extract import Extract, IndexEntry, index_entry

# The names of the parts of a record: what its page is made from, its card, its row of open data,
# its entry in the search index.
CONTENT, CARD, ROW, SEARCH = "content", "card", "row", "search"
# Not kept, only its fingerprint: the fields with the words that the day makes true.
FIELDS = "fields"


class ParsedSource(NamedTuple):
    """What one file gave, as plain values.

    `column` is a fingerprint of its column's settings. `extract` is None where there is no record
    at all; `is_valid` says whether the record may be on the site. `parts` are fingerprints by name.
    They depend on `dependencies` besides the file, and are valid in [since, until).
    """

    digest: bytes
    column: bytes
    is_valid: bool
    findings: tuple[tuple[Any, ...], ...]
    extract: tuple[Any, ...] | None
    parts: dict[str, bytes]
    dependencies: tuple[tuple[str, str], ...]
    since: int
    until: int

    @property
    def node(self) -> Computed | None:
        """Most files depend on nothing but their bytes, and need no node."""
        if not self.dependencies and (self.since, self.until) == ALWAYS:
            return None
        return Computed(None, self.dependencies, self.since, self.until, "")

    @property
    def acceptances(self) -> tuple[AcceptanceTuple, ...]:
        return Extract._make(self.extract).acceptances if self.extract else ()

    @property
    def entry(self) -> IndexEntry | None:
        if not self.is_valid or self.extract is None:
            return None
        parts = self.parts
        return index_entry(Extract._make(self.extract), parts[SEARCH], parts[ROW])


# The path, the encoded ParsedSource and its parts.
Parsed = tuple[str, bytes, dict[str, bytes]]

"""All records of a content folder, with what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.bureau import Bureau, Column
from plugins.clock import seconds
from plugins.findings import Finding
from plugins.rebuild.reads import BEGINNING, END, note_time
from plugins.records.assets import Assets
from plugins.records.record import Record

if TYPE_CHECKING:
    from plugins.records.kinds.matter import Matter


@dataclass
class Library:
    """`records` are all that could be read, by id, drafts and scheduled ones included.

    `left_out` are the paths of those that an error keeps off the site; `broken` what could be read
    of them.
    """

    content: Path
    bureau: Bureau | None
    columns: list[Column] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    matters: dict[str, list[Matter]] = field(default_factory=dict)
    data_files: dict[str, str] = field(default_factory=dict)
    assets: Assets | None = None
    left_out: list[str] = field(default_factory=list)
    broken: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._column: dict[str, Column] = {}

    def column(self, code: str) -> Column:
        if len(self._column) != len(self.columns):
            self._column = {column.code: column for column in self.columns}
        return self._column[code]

    def published(self, now: datetime) -> list[Record]:
        """The records that stand on the site at `now`, newest first, expired ones included."""
        moment = seconds(now)
        self._note_schedule(moment)
        shown = [
            (record.extract.published, record.id, record)
            for record in self.records.values()
            if not record.extract.draft and record.extract.published <= moment
        ]
        shown.sort(reverse=True)
        return [record for *_, record in shown]

    def _note_schedule(self, now: int) -> None:
        """The answer changes when the next record's time comes."""
        times = [r.extract.published for r in self.records.values() if not r.extract.draft]
        since = max((time for time in times if time <= now), default=BEGINNING)
        note_time(since, min((time for time in times if time > now), default=END))

    @property
    def drafts(self) -> list[Record]:
        return [record for record in self.records.values() if record.extract.draft]

    def scheduled(self, now: datetime) -> list[Record]:
        """Records whose time has not come, soonest first."""
        moment = seconds(now)
        waiting = [
            record
            for record in self.records.values()
            if not record.extract.draft and record.extract.published > moment
        ]
        return sorted(waiting, key=lambda record: (record.extract.published, record.id))

"""What a column can be asked about its kind of record without loading the kind's class."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class ColumnTraits(NamedTuple):
    """The class attributes of a kind that pages about several columns need, as plain values.

    `plugins.records.kinds.column_kind.ColumnKind` explains each of them. A column keeps them with
    its own facts, so that the home page, the map of the site and the figures of a statute can be
    made from cached columns: to load the classes of all kinds takes longer than to make a page.
    """

    has_records: bool
    has_data: bool
    in_catalogue: bool
    pages: str
    is_law: bool
    applies_law: bool
    has_calendar: bool
    home_part: str
    now: str
    now_days: int
    now_by: str
    home_slogan: bool
    named_on_map: bool
    list_template: str
    wide_list: bool
    list_summaries: bool


class HasTraits(Protocol):
    """A kind of column."""

    def traits(self) -> ColumnTraits: ...

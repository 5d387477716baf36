"""What every kind of column declares about itself: the attributes of its class."""

from typing import Any, ClassVar

from pydantic import BaseModel

from plugins.bureau.traits import ColumnTraits
from plugins.privacy import TextTraits


class ColumnKind:
    """A kind of column, as `kind:` in `_column.yml` names it.

    Attributes that pages about several columns need; `traits` gives them as plain values:

    - `kind` is the name in `_column.yml`, `label` what people call it;
    - `has_records`: the column holds a record a file. Otherwise it holds one data file, a list of
      which each `item` is of this model, or nothing: its pages are made of other columns' records;
    - `in_catalogue`: its records stand in the catalogue of what must be published;
    - `pages`: which pages the column has, by a name in `plugins/views/columns.py`;
    - `is_law`: the text is that of a statute: it has clauses and versions, and others cite it;
    - `applies_law`: what it cites it applies, so it counts in the figures of a statute;
    - `text_traits`: what may not stand in its texts, beside what may stand in none;
    - `has_calendar`: its records take place at a time: calendar files, this week on the home page;
    - `home_part`: the part of the home page in which its newest records stand, by the name that
      `theme/templates/home.html` has for it; empty for a list among the others;
    - `now`: what the home page calls its records while they go on, empty if they don't stand there;
      `now_days` is how many days before they begin they are shown, `now_by` a field: how many
      records have each of its values is told there instead of the records;
    - `home_slogan`: its newest record closes the home page;
    - `named_on_map`: the map of the site names each record, because they are few and lasting;
    - `list_template`: its lists are made from `lists/<name>.html`: of its own kind if empty, and
      from `lists/default.html` where there is no such file;
    - `charted`: the facet whose values are counted in a chart below its list, if any;
    - `wide_list`: its lists are tables or panels and take the whole width of the page;
    - `list_summaries`: `lists/default.html` shows a summary below each title.
    """

    kind: ClassVar[str]
    label: ClassVar[str]
    has_records: ClassVar[bool] = True
    item: ClassVar[type[BaseModel] | None] = None
    in_catalogue: ClassVar[bool] = False
    pages: ClassVar[str] = "lists"
    is_law: ClassVar[bool] = False
    applies_law: ClassVar[bool] = False
    text_traits: ClassVar[TextTraits] = TextTraits()
    has_calendar: ClassVar[bool] = False
    home_part: ClassVar[str] = ""
    now: ClassVar[str] = ""
    now_days: ClassVar[int] = 0
    now_by: ClassVar[str] = ""
    home_slogan: ClassVar[bool] = False
    named_on_map: ClassVar[bool] = False
    list_template: ClassVar[str] = ""
    wide_list: ClassVar[bool] = False
    charted: ClassVar[str] = ""
    list_summaries: ClassVar[bool] = True

    @classmethod
    def traits(cls) -> ColumnTraits:
        found: dict[str, Any] = {n: getattr(cls, n, None) for n in ColumnTraits._fields}
        found["has_data"] = cls.item is not None
        found["list_template"] = cls.list_template or cls.kind
        return ColumnTraits(**found)

"""How models declare their fields and the rules between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel, Field
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo

from plugins.working_days import deadline


class Problem(NamedTuple):
    """A violation of a rule over several fields; `field` is the one to correct."""

    field: str
    message: str
    hint: str = ""
    severity: str = "error"


@dataclass(frozen=True)
class Rule:
    """A rule over several fields. It is checked only if all of `needs` have a valid value.

    `words` say in the manual what it requires, where its messages can't: because they need more
    of a record than a choice to come out, or say only what is missing.
    """

    name: str
    needs: tuple[str, ...]
    check: Callable[[Mapping[str, Any]], Iterable[Problem]]
    words: str = ""


def field(
    label: str,
    *also: str,
    required: bool = False,
    advised: bool = False,
    default: Any = None,
    help: str = "",
    unit: str = "",
    **limits: Any,
) -> Any:
    """A field of a record model.

    `label` is its name on the page and in front matter, `also` are other accepted spellings.
    A `required` field that is missing is an error, an `advised` one a warning. `unit` stands behind
    its value on pages.
    """
    extra: JsonDict = {"also": list(also), "required": required, "advised": advised, "unit": unit}
    return Field(
        default=default,
        title=label,
        description=help or None,
        json_schema_extra=extra,
        **limits,
    )


def many(label: str, *also: str, **options: Any) -> Any:
    """A field that is a list, empty if nothing is written."""
    return field(label, *also, default=(), **options)


def extra(info: FieldInfo, key: str) -> Any:
    """What `field` was given as `also`, `required` or `advised`."""
    declared = info.json_schema_extra
    return declared.get(key) if isinstance(declared, dict) else None


def label_of(model: type[BaseModel], name: str) -> str:
    """What people call a field: its label on pages and in front matter."""
    return model.model_fields[name].title or ""


def in_order(first: str, second: str, message: str, hint: str = "核对这两个日期") -> Rule:
    """`first` must not be later than `second`; either may be a day or a moment."""

    def check(values: Mapping[str, Any]) -> Iterable[Problem]:
        earlier, later = values[first], values[second]
        if type(earlier) is not type(later):
            earlier, later = _day(earlier), _day(later)
        if earlier > later:
            yield Problem(second, message, hint)

    return Rule("date-order", (first, second), check)


def published_within(name: str, label: str, days: int, source: str) -> Rule:
    """The record must be published so many working days after the day `name`, called `label`."""

    def check(values: Mapping[str, Any]) -> Iterable[Problem]:
        since, published = _day(values[name]), _day(values["published"])
        # Working days are days at least: the calendar is asked for few records.
        if (published - since).days <= days:
            return
        last = deadline(since, days)
        if published > last.day:
            message = f"最迟应在 {last.day} 发布（{days} 个工作日，{source}），晚了{last.note}"
            yield Problem("published", message, "核对日期；确实晚了的，查明原因", "info")

    words = f"发布不晚于“{label}”以后 {days} 个工作日（{source}）"
    return Rule("published-late", (name, "published"), check, words)


def required_if(
    name: str, other: str, when: Callable[[Any], bool], message: str, hint: str = ""
) -> Rule:
    """`name` must be filled in when `other` satisfies `when`."""

    def check(values: Mapping[str, Any]) -> Iterable[Problem]:
        if when(values[other]) and not values.get(name):
            yield Problem(name, message, hint)

    return Rule("field-required", (other,), check)


def _day(value: Any) -> Any:
    return value.date() if hasattr(value, "date") else value

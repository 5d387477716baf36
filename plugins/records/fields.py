"""How a model names its fields: Chinese label first, other spellings, and what the manual says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import Field
from pydantic.fields import FieldInfo


class Problem(NamedTuple):
    """What a cross-field rule found; `field` is where the editor must look."""

    field: str
    message: str
    hint: str = ""
    severity: str = "error"


@dataclass(frozen=True)
class Rule:
    """A rule over several fields. It is asked only when all of `needs` have a valid value.

    `words` say in the manual what it demands, where its messages can't: because they need more of a
    record than a choice to come out, or say only what is missing.
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
    extra = {"also": also, "required": required, "advised": advised, "unit": unit}
    return Field(
        default=default,
        title=label,
        description=help or None,
        json_schema_extra=extra,
        **limits,
    )


def many(label: str, *also: str, **options: Any) -> Any:
    """A field that holds a list; nothing written means an empty one."""
    return field(label, *also, default=(), **options)


def extra(info: FieldInfo, key: str) -> Any:
    return (info.json_schema_extra or {}).get(key)


def in_order(first: str, second: str, message: str, hint: str = "核对这两个日期") -> Rule:
    """`first` must not come after `second`; days and moments may be mixed."""

    def check(values: Mapping[str, Any]) -> Iterable[Problem]:
        earlier, later = values[first], values[second]
        if type(earlier) is not type(later):
            earlier, later = _day(earlier), _day(later)
        if earlier > later:
            yield Problem(second, message, hint)

    return Rule("date-order", (first, second), check)


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

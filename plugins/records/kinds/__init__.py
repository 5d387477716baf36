"""Every kind of record by its name; a kind's module is imported when the kind is asked for.

To add a kind, write a module in this package with one subclass of `RecordModel`, and a line in
KINDS below. A record of the kind then has its page and stands on lists, in feeds, in the search
index and in the manual; what else it shows is said by attributes and methods of its class, which
`ColumnKind` and `RecordModel` explain. `theme/templates/records/<kind>.html` and
`theme/templates/lists/<kind>.html` are used where they exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import ClassVar

from plugins.records.kinds.base import FIELDS_FACET, Facet, RecordModel
from plugins.records.kinds.catalogue import Catalogue
from plugins.records.kinds.column_kind import ColumnKind
from plugins.records.kinds.contact_topic import ContactTopics
from plugins.records.kinds.enforcement_item import EnforcementItems
from plugins.records.kinds.parts import Accepted, Attachment, Part, Picture, Revision


class Kinds(Mapping[str, type[RecordModel]]):
    """The classes by kind. After an edit one of them is needed, and to load all takes long."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._modules: dict[str, str] = {}
        self._models: dict[str, type[RecordModel]] = {}
        for name in names:
            self.register(name, f"{__name__}.{name}")

    def register(self, kind: str, module: str) -> None:
        """Let `module` have the class of `kind`. The order of registration is that of the manual.

        Records are cached, and the cache restores none but the program's own classes: the module
        must be one of the package `plugins`.
        """
        self._modules[kind] = module
        self._models.pop(kind, None)

    @property
    def modules(self) -> tuple[str, ...]:
        return tuple(self._modules.values())

    def __getitem__(self, kind: str) -> type[RecordModel]:
        model = self._models.get(kind)
        if model is None:
            members = vars(import_module(self._modules[kind])).values()
            model = next(each for each in members if _is_class_of(each, kind))
            self._models[kind] = model
        return model

    def __contains__(self, kind: object) -> bool:
        return kind in self._modules

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


class ColumnKinds(Mapping[str, type[ColumnKind]]):
    """What `kind:` of a column may name: a kind of record, or a column that holds none."""

    _others: ClassVar[dict[str, type[ColumnKind]]] = {
        each.kind: each for each in (EnforcementItems, ContactTopics, Catalogue)
    }

    @property
    def others(self) -> tuple[type[ColumnKind], ...]:
        """Those that hold a data file, each of a model of its own."""
        return tuple(each for each in self._others.values() if each.item is not None)

    def __getitem__(self, kind: str) -> type[ColumnKind]:
        return self._others.get(kind) or KINDS[kind]

    def __contains__(self, kind: object) -> bool:
        return kind in self._others or kind in KINDS

    def __iter__(self) -> Iterator[str]:
        yield from KINDS
        yield from self._others

    def __len__(self) -> int:
        return len(KINDS) + len(self._others)


def _is_class_of(member: object, kind: str) -> bool:
    of_model = isinstance(member, type) and issubclass(member, RecordModel)
    return of_model and getattr(member, "kind", "") == kind


# Each is a module of this package, in the order of the manual.
KINDS = Kinds(
    (
        "news",
        "notice",
        "night_work",
        "story",
        "coverage",
        "policy",
        "interpretation",
        "statute",
        "case",
        "penalty",
        "task",
        "guide",
        "consultation",
        "reply",
        "event",
        "volunteer",
        "role_model",
        "research",
        "campaign",
        "slogan",
        "disclosure",
        "page",
    )
)
COLUMN_KINDS = ColumnKinds()

__all__ = [
    "COLUMN_KINDS",
    "FIELDS_FACET",
    "KINDS",
    "Accepted",
    "Attachment",
    "ColumnKind",
    "Facet",
    "Part",
    "Picture",
    "RecordModel",
    "Revision",
]

"""Every kind of record by its name; a kind is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from plugins.records.kinds.base import Attachment, Part, Picture, RecordModel, Revision

# By kind the module of this package that has its model. The order is that of the manual.
MODULES = {
    "news": "information",
    "notice": "information",
    "story": "information",
    "coverage": "information",
    "policy": "policies",
    "interpretation": "policies",
    "statute": "policies",
    "case": "enforcement",
    "penalty": "enforcement",
    "guide": "services",
    "consultation": "services",
    "reply": "services",
    "event": "community",
    "volunteer": "community",
    "role_model": "community",
    "research": "others",
    "campaign": "others",
    "slogan": "community",
    "page": "others",
}


class Kinds(Mapping[str, type[RecordModel]]):
    """The models by kind. After an edit one of them is needed, and to load all takes long."""

    def __init__(self) -> None:
        self._models: dict[str, type[RecordModel]] = {}

    def __getitem__(self, kind: str) -> type[RecordModel]:
        model = self._models.get(kind)
        if model is None:
            module = import_module(f"{__name__}.{MODULES[kind]}")
            found = {held.kind: held for held in vars(module).values() if _is_kind(held)}
            self._models |= found
            model = found[kind]
        return model

    def __contains__(self, kind: object) -> bool:
        return kind in MODULES

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


def _is_kind(held: object) -> bool:
    of_model = isinstance(held, type) and issubclass(held, RecordModel)
    return of_model and getattr(held, "kind", "") in MODULES


KINDS = Kinds()
# A column of this kind holds one data file instead of records.
MATTER = "matter"

__all__ = ["KINDS", "MATTER", "Attachment", "Part", "Picture", "RecordModel", "Revision"]

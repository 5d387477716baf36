"""The bureau and its columns, as described by bureau.yml and every _column.yml."""

from plugins.bureau.load import (
    BUREAU_FILE,
    COLUMN_FILE,
    WORDS_FILE,
    Column,
    load_bureau,
    load_columns,
)
from plugins.bureau.model import COLUMN_TYPES, Bureau, ColumnFacts
from plugins.bureau.traits import ColumnTraits

__all__ = [
    "BUREAU_FILE",
    "COLUMN_FILE",
    "COLUMN_TYPES",
    "WORDS_FILE",
    "Bureau",
    "Column",
    "ColumnFacts",
    "ColumnTraits",
    "load_bureau",
    "load_columns",
]

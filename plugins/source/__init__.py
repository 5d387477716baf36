"""How the bytes of a content file become text, and YAML values that know where they stand."""

from plugins.source.decode import Unreadable, decode
from plugins.source.located import TWO_COLONS, KeyRepeated, Located, YamlBroken, parse_yaml
from plugins.source.plain import read_plain

__all__ = [
    "TWO_COLONS",
    "KeyRepeated",
    "Located",
    "Unreadable",
    "YamlBroken",
    "decode",
    "parse_yaml",
    "read_plain",
]

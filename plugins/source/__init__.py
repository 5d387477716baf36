"""From the bytes of a content file to text, and to YAML values with their positions."""

from plugins.source.decode import UnreadableFileError, decode
from plugins.source.located import DuplicateKey, LocatedData, Positions
from plugins.source.simple_yaml import parse_simple_yaml
from plugins.source.yaml_errors import TWO_COLONS, YamlSyntaxError

__all__ = [
    "TWO_COLONS",
    "DuplicateKey",
    "LocatedData",
    "Positions",
    "UnreadableFileError",
    "YamlSyntaxError",
    "decode",
    "parse_simple_yaml",
    "parse_yaml",
]


def parse_yaml(text: str, first_line: int = 1) -> LocatedData:
    """Parse a document that starts on `first_line` of its file. Raises YamlSyntaxError."""
    # Imported here: most front matter is read without it.
    from plugins.source.yaml_parser import parse

    return parse(text, first_line)

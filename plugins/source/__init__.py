"""From the bytes of a content file to text, and to YAML values with their positions."""

from plugins.source.characters import LINE_BREAK, repair_characters, without_lookalikes
from plugins.source.decode import decode
from plugins.source.errors import UnreadableFileError
from plugins.source.located import DuplicateKey, LocatedData, Positions
from plugins.source.pairs import pair_in
from plugins.source.repaired_yaml import read_yaml, repaired_lines
from plugins.source.simple_yaml import parse_simple_yaml
from plugins.source.yaml_errors import YamlSyntaxError

__all__ = [
    "LINE_BREAK",
    "DuplicateKey",
    "LocatedData",
    "Positions",
    "UnreadableFileError",
    "YamlSyntaxError",
    "decode",
    "pair_in",
    "parse_simple_yaml",
    "parse_yaml",
    "read_yaml",
    "repair_characters",
    "repaired_lines",
    "without_lookalikes",
]


def parse_yaml(text: str, first_line: int = 1) -> LocatedData:
    """Parse a document that starts on `first_line` of its file. Raises YamlSyntaxError."""
    # Imported here: most front matter is read without it.
    from plugins.source.yaml_parser import parse

    # YAML would end the line of a value here.
    return parse(text.replace(LINE_BREAK, " "), first_line)

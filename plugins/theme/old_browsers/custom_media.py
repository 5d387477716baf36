"""Names of media queries (Media Queries 5, section 8), which one sheet defines for all.

lightningcss resolves `@custom-media`, a draft that no browser reads, but only within one sheet. So
every sheet is given all definitions. They are put before its first line without a line of their
own: the lines in messages about a sheet stay those of its file.
"""

from __future__ import annotations

from collections.abc import Iterable

import tinycss2


def media_names(sheets: Iterable[str]) -> str:
    """The definitions of all sheets, in one line. Raises ValueError for a name defined twice."""
    found: dict[str, str] = {}
    for text in sheets:
        for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            if rule.type != "at-rule" or rule.lower_at_keyword != "custom-media":
                continue
            prelude = " ".join(tinycss2.serialize(rule.prelude).split())
            name = prelude.partition(" ")[0]
            if name in found:
                raise ValueError(f"@custom-media {name} is defined twice")
            found[name] = f"@custom-media {prelude};"
    return "".join(found.values())

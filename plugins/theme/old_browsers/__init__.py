"""CSS as it is written, made into CSS that Chromium 78 understands as well.

lightningcss resolves nesting, names of media queries, new notations of colours and of media
queries, and makes it small. What it leaves (shorthands of logical properties with a variable,
`:is()`, `@layer`, the gap of flex containers, `clamp()`) is done here, between two passes of it. In
a browser of today nothing changes: a step either replaces something by what means exactly the same,
or adds a rule that only an old browser reads.
"""

from __future__ import annotations

from collections.abc import Mapping

import lightningcss

from plugins.theme.old_browsers.boxes import physical
from plugins.theme.old_browsers.custom_media import media_names
from plugins.theme.old_browsers.gaps import margins_for_gaps
from plugins.theme.old_browsers.layers import flatten_layers
from plugins.theme.old_browsers.selectors import plain_selectors
from plugins.theme.old_browsers.sheet import parse, serialise
from plugins.theme.old_browsers.sizes import plain_sizes
from plugins.theme.old_browsers.values import old_values

# The oldest browsers of each family that must show the site. The others keep their prefixes.
OLDEST = ["chrome 78", "firefox 72", "safari 13", "ios_saf 13"]
# They have logical properties and :is(), of which our own steps make something better.
RECENT = ["chrome 99", "firefox 97", "safari 15.4", "ios_saf 15.4"]


class StyleError(ValueError):
    """A style sheet of the theme that can't be read, or not be made plain: with file and place."""


def for_old_browsers(sheets: Mapping[str, str]) -> str:
    """One style sheet of all (name → text), in their order. Raises StyleError."""
    try:
        names = media_names(sheets.values())
    except ValueError as error:
        raise StyleError(f"theme/static/css: {error}") from None
    rules = [rule for name, text in sheets.items() for rule in parse(_flat(name, names + text))]
    try:
        rules = physical(rules)
        rules = old_values(rules)
        rules = plain_sizes(rules)
        rules = margins_for_gaps(rules)
        rules = plain_selectors(rules)
        rules = flatten_layers(rules)
    except ValueError as error:
        raise StyleError(f"theme/static/css: {error}") from None
    return lightningcss.process_stylesheet(
        serialise(rules), filename="site.css", browsers_list=OLDEST, minify=True
    )


def _flat(name: str, text: str) -> str:
    flags = lightningcss.calc_parser_flags(nesting=True, custom_media=True)
    try:
        return lightningcss.process_stylesheet(
            text, filename=name, parser_flags=flags, browsers_list=RECENT, minify=False
        )
    except ValueError as error:
        raise StyleError(f"theme/static/{name}: {error}") from None

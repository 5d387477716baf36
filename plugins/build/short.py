"""The short way: to see that nothing changed, or to make what an edit of texts changes, takes
nothing of Pelican, which needs as long to start as that takes.

It is taken where the settings ask nothing of Pelican but to start RecordsGenerator, and where the
last build was made with the same settings. Everything else is Pelican's run.
"""

from __future__ import annotations

import gc
import importlib.util
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.build.run import Run
from plugins.build.told import Told, fingerprint, told_by

if TYPE_CHECKING:
    from jinja2 import Environment

# What must be said, just so: then Pelican's other generators, readers and plugins have no work.
IDLE = {
    "PELICAN_CLASS": "plugins.SitePelican",
    "PLUGINS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
}
# What must be said in some way, and paths as wholes: Pelican looks for others in its own way.
NEEDED = {"SITEURL", "RELATIVE_URLS", "PUBLISHING"}
PLACES = {"THEME", "CACHE_PATH"}
# What else may be said: RecordsGenerator looks at it, or nobody does.
KNOWN = {
    "PATH", "OUTPUT_PATH", "THEME", "CACHE_PATH", "THEME_TEMPLATES_OVERRIDES",
    "SITEURL", "RELATIVE_URLS", "PUBLISHING", "PUBLISH_REMOTE", "PUBLISH_BRANCH",
    "OUTPUT_IS_OURS", "FRESH", "WORKERS", "ROOT", "TIMEZONE", "DEFAULT_LANG",
    "ARTICLE_PATHS", "CACHE_CONTENT", "LOAD_CONTENT_CACHE",
    "FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "TRANSLATION_FEED_ATOM",
    "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS",
}  # fmt: skip


def settings_from(file: Path, extra: Iterable[str]) -> dict[str, Any] | None:
    """What a settings file says, and what `KEY=VALUE` say after it; None where that is something
    for Pelican to look at, or to complain of.
    """
    try:
        spec = importlib.util.spec_from_file_location("pelicanconf", file)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        said = {name: value for name, value in vars(module).items() if name.isupper()}
        for told in extra:
            name, _, value = told.partition("=")
            said[name] = json.loads(value)
    except Exception:
        # Whatever is wrong with it, Pelican says it as people know it from Pelican.
        return None
    idle = all(said.get(name) == value for name, value in IDLE.items())
    whole = all(Path(str(said.get(name, ""))).is_absolute() for name in PLACES)
    known = NEEDED <= said.keys() <= IDLE.keys() | KNOWN
    return said if idle and whole and known else None


def build(settings: Mapping[str, Any], content: Path, output: Path) -> bool:
    """Build the short way; False, and nothing is done, where it doesn't lead."""
    # What is loaded is needed to the end: looking for garbage in it is a tenth of a short build.
    gc.disable()
    told = told_by(settings, str(content), settings["THEME"], str(output))
    run = Run(told, "", fingerprint(settings), lambda: _environment(told))
    try:
        taken_up = run.take_up()
        gc.freeze()
        gc.enable()
        if not taken_up:
            return False
        run.prepare()
        run.write()
        return True
    finally:
        run.close()


def _environment(told: Told) -> Environment:
    """The templates that Pelican would find, in its order."""
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader

    (pelican,) = importlib.util.find_spec("pelican").submodule_search_locations
    simple = FileSystemLoader(Path(pelican, "themes/simple/templates"))
    theme = told.theme / "templates"
    loaders = [
        FileSystemLoader([*told.templates, theme]),
        simple,
        PrefixLoader({"!simple": simple, "!theme": FileSystemLoader(theme)}),
    ]
    return Environment(loader=ChoiceLoader(loaders))

"""Other people's plugins, switched on and off. They know nothing of incremental builds."""

from __future__ import annotations

import re
from random import Random

from tests.rebuild.project import Project

SETTINGS = "pelicanconf.py"
FOLDER = "more_plugins"
LIST = re.compile(r"(?m)^PLUGINS = \[build(.*)\]$")
PATHS = f'PLUGIN_PATHS = [str(ROOT / "{FOLDER}")]\n'

# Rewrites each page as soon as it was written.
MINIFY = """
import re
from pathlib import Path
from pelican import signals

def minify(path, context):
    if path.endswith(".html"):
        file = Path(path)
        file.write_bytes(re.sub(rb">[ \\n]+<", b"><", file.read_bytes()))

def register():
    signals.content_written.connect(minify)
"""
# Puts a copy beside each page when all are written, and leaves alone those that are there.
COMPRESS = """
import gzip
from pathlib import Path
from pelican import signals

def compress(pelican):
    for page in sorted(Path(pelican.settings["OUTPUT_PATH"]).rglob("*.html")):
        copy = page.with_name(page.name + ".gz")
        # What somebody else put there.
        if not copy.exists() and not page.name.startswith("wailai-"):
            copy.write_bytes(gzip.compress(page.read_bytes(), mtime=0))

def register():
    signals.finalized.connect(compress)
"""
TEXTS = {"minify": MINIFY, "compress": COMPRESS}


def switch_minifying(project: Project, random: Random) -> str:
    return switch(project, "minify")


def switch_compressing(project: Project, random: Random) -> str:
    return switch(project, "compress")


def switch(project: Project, name: str) -> str:
    """On if it is off, and off if it is on."""
    project.write(f"{FOLDER}/{name}.py", TEXTS[name])
    listed = LIST.search(project.text(SETTINGS))[1]
    item = f', "{name}"'
    on = item not in listed
    others = listed.replace(item, "")
    # Pages are compressed as they were minified: those that work on finished outputs come later.
    new = f"PLUGINS = [build{others}{item if on else ''}]"

    def switched(text: str) -> str:
        text = LIST.sub(new, text)
        return text if PATHS in text else text + PATHS

    project.change(SETTINGS, switched)
    return f"{name} {'on' if on else 'off'}"


OPERATIONS = (switch_minifying, switch_compressing)

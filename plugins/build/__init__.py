"""The build, as a Pelican plugin: `PLUGINS = [plugins.build]`.

Other modules are imported when they are needed: a build with nothing to do loads few of them.
"""

from __future__ import annotations


def register() -> None:
    """Called by Pelican, once for each time it reads its settings."""
    from plugins.build.pelican_plugin import connect

    connect()

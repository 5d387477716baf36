"""The build, as a Pelican plugin: `PLUGINS = [plugins.build]`.

Other modules are imported when they are needed: a build with nothing to do loads few of them.
"""

from __future__ import annotations

import logging
import sys

NOT_REGISTERED = "城窗的插件没有装好，没有生成网站。按 README 重新安装依赖后再试；原因："


def register() -> None:
    """Called by Pelican, once for each time it reads its settings.

    Of an exception that is raised here Pelican writes a message and goes on without the plugin, to
    a site without pages. So it becomes SystemExit, which ends Pelican.
    """
    try:
        from plugins.build.pelican_plugin import connect

        connect()
    except Exception as error:
        logging.getLogger(__name__).debug("the plugin can't be registered", exc_info=True)
        sys.exit(f"{NOT_REGISTERED}{type(error).__name__}: {error}")

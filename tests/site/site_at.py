"""The tiny bureau's site at a moment, with files changed."""

from __future__ import annotations

from datetime import datetime

from plugins.build.prepare import prepare
from plugins.clock import CHINA
from tests.content_folder import make_content

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)


def outputs(tmp_path, files=None, now=NOW, **options):
    """Everything a build would write, by path; the theme plays no part."""
    prepared = prepare(make_content(tmp_path, files), now, assets={}, **options)
    return {output.path: output for output in prepared.outputs}

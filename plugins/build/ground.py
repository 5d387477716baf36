"""What a build stands on, before it is known how the site stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from plugins.build.looking import Look
from plugins.build.readings import Readings
from plugins.build.theme_assets import ThemeAsset
from plugins.build.told import Told
from plugins.rebuild.memory import Memory


class Ground(NamedTuple):
    """`found` are the files there are, `memory` what the last build left; `assets` the theme's by
    their plain names.
    """

    told: Told
    found: Look
    now: datetime
    memory: Memory
    readings: Readings
    assets: Mapping[str, ThemeAsset]

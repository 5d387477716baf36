"""The one time zone of the site and the one moment of a build."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta, timezone

# China has kept one zone without summer time since 1991, and a minimal machine has no tzdata.
CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")


def build_time(environ: os._Environ | dict[str, str] = os.environ) -> datetime:
    """The moment every page of a build is built for, in the site's time zone, to the minute.

    `SOURCE_DATE_EPOCH` (seconds, the convention of reproducible builds) freezes it.
    Raises ValueError when that is not a number.
    """
    frozen = environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(frozen), UTC) if frozen else datetime.now(UTC)
    return now.astimezone(CHINA).replace(second=0, microsecond=0)

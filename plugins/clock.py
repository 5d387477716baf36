"""The one time zone of the site and the one moment of a build."""

from __future__ import annotations

import os
import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

# China has kept one zone without summer time since 1991, and a minimal machine has no tzdata.
CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
# Seconds.
DAY = 86_400
# To the year 5138.
SECONDS = re.compile(r"[0-9]{1,11}")
EPOCH_DAY = date(1970, 1, 1).toordinal()


class WrongTimeError(ValueError):
    """SOURCE_DATE_EPOCH is no moment; the message says so to whoever set it."""


def build_time(environ: Mapping[str, str] = os.environ) -> datetime:
    """The moment every page of a build is built for, in the site's time zone, to the minute.

    `SOURCE_DATE_EPOCH` (seconds, the convention of reproducible builds) freezes it.
    Raises WrongTimeError when that is no moment.
    """
    frozen = environ.get("SOURCE_DATE_EPOCH")
    now = _frozen(frozen) if frozen else datetime.now(UTC)
    return now.astimezone(CHINA).replace(second=0, microsecond=0)


def _frozen(written: str) -> datetime:
    if not SECONDS.fullmatch(written.strip()):
        raise WrongTimeError(
            f"环境变量 SOURCE_DATE_EPOCH 写的是“{written}”，应是 1970 年以来的秒数，如 1767225600。"
            "不要冻结时间，就删去它：unset SOURCE_DATE_EPOCH"
        )
    return datetime.fromtimestamp(int(written), UTC)


def seconds(moment: datetime) -> int:
    """A moment as whole seconds since 1970."""
    return int(moment.timestamp())


def midnight(day: date) -> int:
    """When `day` begins in the site's time zone, in seconds since 1970."""
    return (day.toordinal() - EPOCH_DAY) * 86_400 - 8 * 3_600


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def moment_of(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, CHINA)

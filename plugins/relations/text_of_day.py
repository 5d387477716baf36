"""Which of the texts of a statute that the library holds was in force on a day.

The library need not hold them all. An amendment of which it has no text is known from the days that
the versions list, and then the text of the day is not the one that the version before it has.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from plugins.records.extract import Law

# An amendment takes effect on the day it is published or within a year from it.
UNTIL_IN_FORCE = 366


class Doubt(StrEnum):
    """Why the text chosen may not be that of the day."""

    NONE = ""
    NOT_HELD = "not-held"
    # The version may not have been in force yet: only the day of its amendment is known.
    DAY_UNKNOWN = "day-unknown"


def text_of_day(versions: Sequence[Law], day: int) -> tuple[int, Doubt]:
    """The index of the text in force on `day`, an ordinal, or of the nearest one.

    `versions` are in the order of their first days. Between the adoption of an amendment and its
    entry into force the text before it holds.
    """
    begun = [index for index, law in enumerate(versions) if law.since <= day]
    if not begun:
        return 0, Doubt.NONE if _is_announced(versions[0], day) else Doubt.NOT_HELD
    index = begun[-1]
    law = versions[index]
    if _amended_without_text(versions, index, day):
        return index, Doubt.NOT_HELD
    if not law.since_stated and law.amendments and day - law.since < UNTIL_IN_FORCE:
        return index, Doubt.DAY_UNKNOWN
    return index, Doubt.NONE


def _is_announced(first: Law, day: int) -> bool:
    """Whether a new statute was published by then: what is written of it means its coming text."""
    return first.promulgated is not None and first.promulgated <= day and not first.amendments


def _amended_without_text(versions: Sequence[Law], index: int, day: int) -> bool:
    """Whether the text was amended by `day`, and what came out of it is not held."""
    own = max((versions[index].since, *versions[index].amendments))
    held = {max(law.amendments) for law in versions if law.amendments}
    return any(
        own < amendment <= day and amendment not in held
        for law in versions
        for amendment in law.amendments
    )

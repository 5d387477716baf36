"""Which of the texts of a statute that the library holds was in force on a day.

The library need not hold them all. An amendment of which it has no text is known from the days that
the versions list, and then the text of the day is not the one that the version before it has.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from plugins.clauses.citations import EARLIER, NEWEST
from plugins.records.extract import Law

# An amendment takes effect on the day it is published or within a year from it.
UNTIL_IN_FORCE = 366
# Nobody calls a text new for more years, in days.
LONGEST_NEW = 5 * 366


class Doubt(StrEnum):
    """Why the text chosen may not be that of the day."""

    NONE = ""
    NOT_HELD = "not-held"
    # The version may not have been in force yet: only the day of its amendment is known.
    DAY_UNKNOWN = "day-unknown"
    # The writer names a text, such as that of 2017, and it is not held.
    EDITION_NOT_HELD = "edition-not-held"


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


def text_of_edition(
    versions: Sequence[Law], edition: str, day: int, written: int
) -> tuple[int, Doubt]:
    """The index of the text that a writer names, or of the nearest one.

    `edition` is as in `edition_of`. `day` is that of the record, `written` when it was published:
    in a case of 2023 the new text may be one of 2024.
    """
    index, doubt = text_of_day(versions, day)
    if edition == NEWEST:
        announced = [at for at, law in enumerate(versions) if _announced(law) <= written]
        newest = max([index, *announced])
        is_new = written - _announced(versions[newest]) <= LONGEST_NEW
        return newest, Doubt.NONE if is_new else Doubt.EDITION_NOT_HELD
    if edition == EARLIER:
        is_followed = index + 1 < len(versions) and _announced(versions[index + 1]) <= written
        if is_followed or not versions[index].amendments:
            return index, doubt
        earlier, doubt = text_of_day(versions, versions[index].since - 1)
        is_held = earlier < index and not doubt
        return earlier, Doubt.NONE if is_held else Doubt.EDITION_NOT_HELD
    year = int(edition)
    for year_of in (_announced, _begins):
        named = [at for at, law in enumerate(versions) if _year(year_of(law)) == year]
        if named:
            return named[-1], Doubt.NONE
    before = [at for at, law in enumerate(versions) if _year(law.since) <= year]
    return max(before, default=0), Doubt.EDITION_NOT_HELD


def _announced(law: Law) -> int:
    """When the text was adopted or published, as far as known."""
    return max(law.amendments, default=law.promulgated or law.since)


def _begins(law: Law) -> int:
    return law.since


def _year(day: int) -> int:
    return date.fromordinal(day).year

"""What the office must do about a record, and until when."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plugins.bureau.model import Thresholds
from plugins.findings import Severity

# As plain values, its severity by its name.
DutyTuple = tuple[str, str, int, str, str, str, str, str]


class Duty(NamedTuple):
    """`rule` finds it when its last day is over, at `field`.

    The last day is `day`, or, with a `threshold`, as many days later as the bureau has set under
    this name. `task` is what to do, for a list of what falls due; `late` what is said when it was
    not done, with `{day}` for the last day, and `hint` what to do then.
    """

    rule: str
    field: str
    day: date
    task: str
    late: str
    hint: str
    severity: Severity = Severity.WARNING
    threshold: str = ""

    @property
    def plain(self) -> DutyTuple:
        rule, field, day, task, late, hint, severity, threshold = self
        return rule, field, day.toordinal(), task, late, hint, severity.value, threshold

    @classmethod
    def of(cls, plain: DutyTuple) -> Duty:
        rule, field, day, task, late, hint, severity, threshold = plain
        of_year = date.fromordinal(day)
        return cls(rule, field, of_year, task, late, hint, Severity(severity), threshold)

    def last_day(self, thresholds: Thresholds) -> date:
        days = getattr(thresholds, self.threshold) if self.threshold else 0
        return date.fromordinal(self.day.toordinal() + days)

    def late_words(self, thresholds: Thresholds) -> str:
        return self.late.replace("{day}", f"{self.last_day(thresholds):%Y-%m-%d}")

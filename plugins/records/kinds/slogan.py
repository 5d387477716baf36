"""公益宣传: slogans in several languages."""

from collections.abc import Iterator

from plugins.clock import midnight
from plugins.records.fields import field, in_order, many
from plugins.records.formatting import chinese_day
from plugins.records.kinds.base import FindSuccessor, RecordModel, day_after
from plugins.records.kinds.parts import Part
from plugins.records.presentation import Calendar, Notice
from plugins.records.values import Day, Listed, Prose, Text


class Wording(Part):
    language: Text = field("语种", required=True, help="如 中文、English")
    code: Text = field("语言代码", required=True, help="如 zh-CN、en")
    text: Prose = field("文字", required=True)


class Slogan(RecordModel):
    kind = "slogan"
    label = "公益宣传"
    dated = False
    needs_body = False
    home_slogan = True
    archive_label = "已停用"
    wide_list = True

    wordings: Listed[Wording] = many("标语", required=True)
    valid_from: Day = field("启用日期", required=True)
    valid_to: Day | None = field("停用日期")

    block = ("valid_from", "valid_to")
    listed_fields = ("valid_from", "valid_to")
    rules = (in_order("valid_from", "valid_to", "停用日期早于启用日期"),)

    def listed_between(self) -> tuple[int, int]:
        _, until = super().listed_between()
        until = min(until, day_after(self.valid_to)) if self.valid_to else until
        return midnight(self.valid_from), until

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Notice]:
        yield from super().notices(calendar, find_successor)
        if self.valid_to and calendar.is_past(self.valid_to):
            yield Notice("stop", f"本标语已于{chinese_day(self.valid_to)}停用。")

    def shown_summary(self, text: str, length: int, calendar: Calendar) -> str:
        return self.wordings[0].text

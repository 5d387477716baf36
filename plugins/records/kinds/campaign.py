"""专题专栏: pages that gather what was published on one subject."""

from collections.abc import Iterator

from plugins.clock import midnight
from plugins.incremental.tracking import BEGINNING
from plugins.records.fields import field, in_order
from plugins.records.formatting import chinese_day
from plugins.records.kinds.base import FindSuccessor, RecordModel
from plugins.records.presentation import Badge, Calendar, Notice
from plugins.records.values import Day


class Campaign(RecordModel):
    """A page that gathers the records of any column that name it under 专题."""

    kind = "campaign"
    label = "专题专栏"
    dated = False
    gathers = True
    home_part = "campaigns"
    named_on_map = True
    wide_list = True
    archive_label = "已归档"

    opens: Day = field("开始日期", required=True)
    closes: Day | None = field("结束日期")
    archived: Day | None = field("归档日期", help="这一天起离开专题列表，放进“已归档”，页面注明")

    block = ("opens", "closes")
    listed_fields = ("opens", "closes")
    rules = (
        in_order("opens", "closes", "结束日期早于开始日期"),
        in_order("closes", "archived", "归档日期早于结束日期"),
    )

    def listed_between(self) -> tuple[int, int]:
        since, until = super().listed_between()
        return since, min(until, midnight(self.archived)) if self.archived else until

    def on_home_until(self) -> int:
        return BEGINNING if self.archived else super().on_home_until()

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Notice]:
        yield from super().notices(calendar, find_successor)
        if self.archived:
            yield Notice("plain", f"本专题已于{chinese_day(self.archived)}归档，内容不再更新。")

    def badges(self, calendar: Calendar) -> Iterator[Badge]:
        if self.archived:
            yield Badge("已归档")

"""固定页面: the lasting pages of 关于."""

from typing import Annotated

from plugins.records.fields import field
from plugins.records.kinds.base import RecordModel
from plugins.records.presentation import CONTACT, LEADERS
from plugins.records.values import Choice, Count, Text


class Page(RecordModel):
    """A lasting page of 关于. `component` adds what is kept in bureau.yml."""

    kind = "page"
    label = "固定页面"
    dated = False
    may_open_column = True
    named_on_map = True

    order: Count | None = field("顺序", help="数字小的排在前面")
    column_type: Text | None = field("栏目类型", "ColumnType", help="47号文的栏目类型，如 机构职能")
    component: Annotated[str, Choice(LEADERS, CONTACT)] | None = field("附带内容")

    def list_order(self, published: int, changed: int) -> tuple[int, int]:
        last, moment = super().list_order(published, changed)
        return last if self.order is None else self.order, moment

    def column_type_of_page(self) -> str:
        return self.column_type or ""

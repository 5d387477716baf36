"""该找谁: who is to be asked about what, in one data file of its column."""

from collections.abc import Iterator

from plugins.records.fields import field, many
from plugins.records.kinds.column_kind import ColumnKind
from plugins.records.kinds.parts import Part
from plugins.records.values import Flag, InlineList, Listed, PhoneNumber, Text, Words


class ContactTopic(Part):
    """A thing that happens, in the words of those to whom it does, and who sees to it."""

    title: Text = field("事情", required=True, help="市民怎么说就怎么写")
    group: Text = field("类别", required=True, help="同一类的列在一起，按第一次出现的先后")
    who: Text = field("找谁", required=True)
    phones: InlineList[PhoneNumber] = many(
        "电话", required=True, help="几个号码用顿号分开，最该打的写在前面"
    )
    urgent: Flag | None = field("紧急", help="有人身危险的，列在最前面")
    limit: Text | None = field("时限", advised=True, help="多久有人来、多久答复")
    ready: Listed[Text] = many("先备好", advised=True, help="打电话以前想好什么、记下什么")
    note: Text | None = field("说明", help="容易弄错的地方：不归谁管，先做什么")
    also: Words = many("别的叫法", help="别人还会怎么说，只用来查找")
    links: InlineList[Text] = many("相关", help="本站稿件、执法事项的路径，或网址")

    @property
    def heading(self) -> str:
        return self.title

    def named(self) -> Iterator[tuple[str, str]]:
        """It names no records but by links."""
        yield from ()

    def searched(self) -> tuple[str, tuple[str, ...]]:
        """A summary for the search, and other words that find it."""
        return f"找{self.who}：{'、'.join(self.phones)}", (*self.also, self.group)

    def linked(self) -> Iterator[str]:
        yield from self.links


class ContactTopics(ColumnKind):
    """A column of this kind holds a data file of topics instead of records."""

    kind = "whom"
    label = "该找谁"
    has_records = False
    pages = "contact_topics"
    home_part = "ways"
    item = ContactTopic

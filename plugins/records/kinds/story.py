"""热点追踪: one story followed over time."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

from plugins.privacy import TextTraits
from plugins.records.fields import field
from plugins.records.kinds.base import RecordModel
from plugins.records.presentation import TextProblem
from plugins.records.stories import DATED, entry_of, read_entries
from plugins.records.values import Choice
from plugins.texts.converted_text import ConvertedText

TONES = {"持续关注": "warn", "已办结": "good"}


class Story(RecordModel):
    """One story; each `## 2026-03-01 09:30 标题` of its text is an entry on the timeline."""

    kind = "story"
    label = "热点追踪"
    text_traits = TextTraits(tells_of_people=True)
    has_timeline = True
    # Its headings are the entries.
    has_contents = False
    date_label = "最近进展"
    listed_by_change = True

    progress: Annotated[str, Choice("持续关注", "已办结")] = field("进展", required=True)

    badge_fields = ("progress",)
    tones = TONES

    @classmethod
    def check_text(cls, body: ConvertedText) -> Iterator[TextProblem]:
        entries = [heading for heading in body.headings if heading.level == 2]
        example = "写成 ## 2026-03-01 09:30 小标题"
        if not entries:
            yield TextProblem("story-entry", "热点追踪没有一条进展", example)
        for heading in entries:
            if entry_of(heading) is None:
                wrong = "的时间写法不对" if DATED.match(heading.text) else "没有写明时间"
                message = f"进展“{heading.text}”{wrong}"
                yield TextProblem("story-entry", message, example, heading.text)

    def last_change(self, body: ConvertedText) -> datetime:
        """Its latest entry says when, not a date that somebody must remember to write."""
        entries = read_entries(body.headings, body.html)
        return max([self.published, *(entry.moment for entry in entries)])

"""政策解读: what explains a policy, a statute or a draft."""

from collections.abc import Iterator
from typing import Annotated

from plugins.records.fields import field, many
from plugins.records.kinds.base import Facet, RecordModel
from plugins.records.presentation import TextProblem
from plugins.records.values import Choice, InlineList, Reference, RefersTo, Text
from plugins.texts.converted_text import ConvertedText

# Of the text, whether an editor's figure or a picture.
HAS_FIGURE = "<figure"


class Interpretation(RecordModel):
    kind = "interpretation"
    label = "政策解读"
    historical = True

    interprets: InlineList[
        Annotated[
            Reference,
            RefersTo(
                ("policy", "statute", "consultation"),
                heading="解读对象",
                back_heading="政策解读",
                # Before what took its place: who reads a document wants it explained.
                rank=-1,
            ),
        ]
    ] = many("解读对象", required=True)
    form: Annotated[str, Choice("文字", "问答", "图解")] = field("解读形式", required=True)
    interpreter: Text = field("解读单位", "解读机构", required=True)

    block = ("interpreter", "form")
    listed_fields = ("form",)
    badge_fields = ("form",)
    facets = (Facet("form", "form"),)

    def check_own_text(self, body: ConvertedText) -> Iterator[TextProblem]:
        if self.form == "图解" and not self.image and HAS_FIGURE not in body.html:
            message = "图解要有图，图里的字写在正文里"
            hint = "在列表或表格上面写一行“图：流程”“图：要点”或“图：条形，一句结论”"
            yield TextProblem("figure", message, hint)

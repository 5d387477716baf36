"""政策解读: what explains a policy, a statute or a draft."""

from typing import Annotated

from plugins.records.fields import field, many, required_if
from plugins.records.kinds.base import Facet, RecordModel
from plugins.records.values import Choice, InlineList, Reference, RefersTo, Text


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
    rules = (
        required_if(
            "image",
            "form",
            lambda form: form == "图解",
            "图解要有图片，正文写出图中的全部文字",
            "填写“图片:”下的“文件”和“说明”",
        ),
    )

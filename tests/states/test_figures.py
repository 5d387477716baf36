"""Figures, drawings and charts on pages: each word and number, and no picture twice."""

from bs4 import BeautifulSoup

from plugins.texts.converter import Converter
from tests.states.moment_site import One, sample

AT = "2026-03-10 09:00"
PICTURE = {"图片": "\n  文件: images/emblem.svg\n  说明: 局徽"}
PAGE = "news/2026/ben.html"


def test_the_picture_of_a_record_stands_above_its_text():
    (image,) = One("news", AT, PICTURE).select(PAGE, ".record-image img")
    assert image["alt"] == "局徽"


def test_it_is_left_out_when_it_stands_in_the_text():
    one = One("news", AT, PICTURE, body="甲。\n\n![局徽，一座城](/images/emblem.svg)\n\n乙。")
    assert one.select(PAGE, ".record-image") == []
    assert [image["alt"] for image in one.select(PAGE, "img[src*=emblem]")] == ["局徽，一座城"]
    # Whoever shares the page shows it.
    assert 'property="og:image"' in one.text(PAGE)


def test_a_link_to_it_does_not_show_it():
    one = One("news", AT, PICTURE, body="见[原图](/images/emblem.svg)。")
    assert len(one.select(PAGE, ".record-image")) == 1


def test_a_figure_of_a_text_on_its_page():
    body = (
        "图：流程，怎么办\n\n1. 甲：一\n2. 乙：二\n\n图：条形，丙多\n\n| 类别 | 件数 |\n|---|---|\n"
    )
    one = One("news", AT, body=f"{body}| 丙 | 20件 |\n| 丁 | 5件 |")
    assert one.words(PAGE, ".figure figcaption") == ["怎么办", "丙多"]
    assert one.words(PAGE, ".figure--flow li") == ["甲：一", "乙：二"]
    assert one.words(PAGE, ".figure--bars tr") == ["类别 件数", "丙 20件", "丁 5件"]
    assert [bar["width"] for bar in one.select(PAGE, ".figure--bars rect")] == ["100%", "25%"]
    # Found by what its parts are called.
    (entry,) = [each for each in one.json("data/search.json") if each["u"] == PAGE]
    assert entry["k"] == "怎么办 甲 乙 丙多 丙 丁"


def test_the_steps_of_a_guide_have_names():
    steps = "\n  - 申请：网上填表，拨打0599-0001066\n  - 到窗口"
    one = One("guide", AT, {"办理流程": steps})
    page = one.address(one.id)
    assert one.words(page, ".steps li") == ["申请：网上填表，拨打0599-0001066", "到窗口"]
    assert one.words(page, ".steps b") == ["申请："]
    assert [link["href"] for link in one.select(page, ".steps a")] == ["tel:0599-0001066"]


def penalty(number, **fields):
    text = f"云综执罚决〔2026〕{number}号"
    return sample("penalty", 行政处罚决定书文号=text, 网址名=f"chufa-2026-{number}", **fields)


class TestPenaltiesByField:
    LIST = "penalty/index.html"

    def site(self, *fields):
        others = {
            f"penalty/chufa-2026-{at}": penalty(at, 领域=field)
            for at, field in enumerate(fields, 2)
        }
        return One("penalty", AT, {}, others)

    def test_the_chart_says_and_shows_what_there_is_most_of(self):
        one = self.site("街面秩序", "园林绿化")
        assert one.words(self.LIST, ".chart h2") == ["按领域看"]
        (sentence,) = one.words(self.LIST, ".chart figcaption")
        assert sentence.endswith("里，街面秩序最多，2件")
        assert one.words(self.LIST, ".chart tr") == ["领域 件数", "街面秩序 2", "园林绿化 1"]
        assert [bar["width"] for bar in one.select(self.LIST, ".chart rect")] == ["100%", "50%"]
        assert all(link["href"].startswith("/penalty/field-") for link in one.select(
            self.LIST, ".chart th a"
        ))  # fmt: skip

    def test_as_many_of_several(self):
        (sentence,) = self.site("园林绿化").words(self.LIST, ".chart figcaption")
        assert sentence.endswith("里，街面秩序、园林绿化最多，各1件")

    def test_one_field_is_no_comparison(self):
        assert self.site("街面秩序").select(self.LIST, ".chart") == []

    def test_the_list_of_one_field_has_none(self):
        one = self.site("园林绿化")
        lists = [path for path in one.planned if path.startswith("penalty/field-")]
        assert lists
        assert [path for path in lists if one.select(path, ".chart")] == []


def test_a_view_and_a_text_write_the_same_table():
    """The theme's template and the conversion of texts: one component."""
    one = TestPenaltiesByField().site("街面秩序", "园林绿化")
    (of_view,) = one.select(TestPenaltiesByField.LIST, ".chart figure")
    sentence = of_view.figcaption.get_text()
    text = f"图：条形，{sentence}\n\n| 领域 | 件数 |\n|---|---|\n| 街面秩序 | 2 |\n| 园林绿化 | 1 |"
    of_text = BeautifulSoup(Converter().convert(text).html, "lxml").figure
    for link in of_view.select("a"):
        link.unwrap()
    del of_view["data-element"]

    def shape(figure):
        tags = [(tag.name, sorted(tag.attrs.items())) for tag in figure.find_all(True)]
        return tags, "".join(figure.get_text().split())

    assert shape(of_view) == shape(of_text)

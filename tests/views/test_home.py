"""The order of what stands on the home page."""

from bs4 import BeautifulSoup

from tests.build.built import build
from tests.content_folder import make_content
from tests.relations.test_disclosure_columns import site
from tests.site.site_at import outputs
from tests.states.moment_site import One, sample

AT = "2026-03-04 09:00"


def event(title, start, end):
    return sample("event", 标题=title, 开始时间=f"2026-03-{start}", 结束时间=f"2026-03-{end}")


def test_what_is_near_soonest_first_and_how_many_more():
    others = {
        "event/a": event("一", "03 09:00", "07 09:00"),
        "event/b": event("二", "03 10:00", "03 11:00"),
        "event/c": event("四", "06 09:00", "06 10:00"),
        "event/d": event("五", "07 09:00", "07 10:00"),
    }
    one = One("event", AT, {}, others)
    assert one.words("index.html", ".now dt") == ["活动"]
    assert one.words("index.html", ".now dd") == [
        "一3月3日周二09:00",
        "本稿3月5日周四09:00",
        "四3月6日周五09:00",
        "还有1项",
    ]


def test_the_newest_slogan_closes_the_page():
    wording = "\n  - 语种: 中文\n    语言代码: zh-CN\n    文字: 新的"
    fields = {"标题": "新", "标语": wording, "启用日期": "2026-03-01"}
    new = sample("slogan", 发布日期="2026-03-03 09:00", **fields)
    one = One("slogan", AT, {"启用日期": "2026-03-01"}, {"slogan/xin": new})
    assert one.words("index.html", ".epigraph p") == ["新的"]


def test_eight_doors_in_the_order_of_their_editors():
    others = {
        f"task/{n}": sample("task", 标题=f"第{n}件", 首页短语=f"门{n}", 顺序=str(10 - n))
        for n in range(1, 9)
    }
    one = One("task", AT, {}, others)
    doors = ["挂招牌", *(f"门{n}" for n in range(8, 1, -1))]
    assert one.words("index.html", ".doors li") == doors
    hidden = one.words("index.html", ".doors .elder-hide")
    assert hidden == doors[4:]


def test_what_has_nothing_listed_has_no_part():
    def parts(**fields):
        return One("news", AT, fields).words("index.html", "h2")

    assert "工作动态" in parts()
    assert "工作动态" not in parts(下线日期="2026-03-02")


def test_columns_that_want_to_stand_there_and_have_something(tmp_path):
    column = (make_content(tmp_path / "a") / "dongtai/_column.yml").read_text()
    reply = (tmp_path / "a/content/wenda/_column.yml").read_text()
    files = {
        "dongtai/_column.yml": f"{column.replace('home: 是', '')}home: 否\n",
        "wenda/_column.yml": f"{reply.replace('home: 是', '')}home: 是\n",
    }

    def sections(name, more):
        pages = outputs(tmp_path / name, {**files, **more})
        return [section["name"] for section in pages["index.html"].view["sections"]]

    shown = sections("b", {})
    assert "你问我答" in shown and "巡查日记" not in shown
    assert "你问我答" not in sections("c", {"wenda/tanwei.md": None})


def test_a_new_bureau_has_its_first_filled_columns_there(tmp_path):
    content = make_content(tmp_path / "a")
    files = {
        file.relative_to(content).as_posix(): file.read_text().replace("home: 是\n", "")
        for file in content.rglob("_column.yml")
    }
    pages = outputs(tmp_path / "b", {**files, "zhengce/jiemian-banfa.md": None})
    names = [section["name"] for section in pages["index.html"].view["sections"]]
    assert names == ["巡查日记", "邻里活动", "你问我答"]


def test_the_group_of_disclosure_stands_there_by_its_name_with_all_its_columns(tmp_path):
    files = site("shenqing")
    build(make_content(tmp_path, files), tmp_path)
    page = BeautifulSoup((tmp_path / "output/index.html").read_text(), "html.parser")
    part = page.select_one("[data-element=disclosure]")
    assert part.h2.get_text() == "政府信息公开"
    links = {a.get_text(): a["href"].removeprefix("https://a.example") for a in part.select("li a")}
    assert links == {
        "公开指南": "/zhinan/",
        "公开制度": "/zhidu/",
        "法定主动公开内容": "/mulu/",
        "年度报告": "/nianbao/",
    }


def test_a_bureau_without_that_group_has_no_such_part(tmp_path):
    assert outputs(tmp_path)["index.html"].view["disclosure"] is None

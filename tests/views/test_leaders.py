"""负责人信息 with and without photos."""

from bs4 import BeautifulSoup

from tests.build.built import build
from tests.content_folder import make_content, record
from tests.relations.test_leader_photos import BUREAU, PHOTO, bureau, png

COLUMN = """\
name: 关于
description: 关于本局。
keywords: [关于]
ColumnType: 概况信息
kind: page
group: open
clock: 365
owner: 办公室
order: 9
"""


def people(tmp_path, **files):
    pages = {
        "guanyu/_column.yml": COLUMN,
        "guanyu/ren.md": record("负责人信息", 附带内容="负责人名单"),
    }
    build(make_content(tmp_path, {**pages, **files}), tmp_path)
    text = (tmp_path / "output/guanyu/ren.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser").select_one(".people")


def test_a_photo_says_whose_it_is(tmp_path):
    shown = people(tmp_path, **{"bureau.yml": bureau(PHOTO), PHOTO: png(3, 4)})
    assert shown.img["alt"] == "禾田（局长）的照片"
    assert shown.img["src"].endswith(PHOTO)
    assert [e.get_text() for e in shown.select("h2, p")] == ["禾田", "局长", "主持全面工作"]


def test_without_one_nothing_is_missing(tmp_path):
    shown = people(tmp_path, **{"bureau.yml": BUREAU})
    assert shown.img is None
    assert [e.get_text() for e in shown.select("h2, p")] == ["禾田", "局长", "主持全面工作"]


def test_a_photo_that_is_not_there_leaves_no_broken_picture(tmp_path):
    assert people(tmp_path, **{"bureau.yml": bureau(PHOTO)}).img is None


def test_a_drawing_has_its_size_and_a_new_one_is_seen_in_the_next_build(tmp_path):
    drawing = "images/hetian.svg"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"/>'
    files = {"bureau.yml": bureau(drawing), drawing: svg}
    assert people(tmp_path, **files).img["height"] == "4"
    (tmp_path / "content" / drawing).write_text(svg.replace("3 4", "3 5"))
    build(tmp_path / "content", tmp_path)
    text = (tmp_path / "output/guanyu/ren.html").read_text(encoding="utf-8")
    assert BeautifulSoup(text, "html.parser").select_one(".people img")["height"] == "5"

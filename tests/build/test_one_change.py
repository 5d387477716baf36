"""One change and nothing else, again on what is there: as a clean build would have it."""

import shutil

import pytest

from tests.build.test_build import ROOT, build, paths_in
from tests.content_folder import make_content

BUREAU, COLUMN = "content/bureau.yml", "content/dongtai/_column.yml"
FIRST = "content/dongtai/riji-1.md"


def edit(old, new):
    return lambda text: text.replace(old, new, 1)


CHANGES = {
    "a style": ("theme/static/css/tokens.css", lambda text: text + "\n.x { top: 0 }\n"),
    "a script": ("theme/static/js/prefs.js", lambda text: text + "\n// x\n"),
    "an icon": ("theme/static/icons/favicon.svg", edit("<svg", '<svg data-x="1"')),
    "the base template": ("theme/templates/base.html", edit("跳到正文", "跳到内容")),
    "a part": ("theme/templates/parts/footer_columns.html", edit("主办单位", "主办")),
    "a template of a list": ("theme/templates/column.html", edit("margin__list", "margin__x")),
    "a text": (FIRST, lambda text: text + "\n又一句。\n"),
    "a title": (FIRST, edit("标题: ", "标题: 新")),
    "a date": (FIRST, edit("发布日期: 202", "发布日期: 201")),
    "a name in the bureau": (BUREAU, edit("青禾县", "青山县")),
    "a column's name": (COLUMN, edit("name: ", "name: 新")),
    "an attachment": ("content/files/xuncha.csv", lambda text: text + "x\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_alone(tmp_path, change):
    make_content(tmp_path)
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    settings = tmp_path / "conf.py"

    def built(name):
        settings.write_text(
            "from pelicanconf import *\n"
            f"THEME = {str(tmp_path / 'theme')!r}\n"
            f"CACHE_PATH = {str(tmp_path / f'{name}-cache')!r}\n",
            encoding="utf-8",
        )
        result = build(tmp_path / "content", tmp_path / name, settings, PYTHONPATH=str(ROOT))
        assert result.returncode == 0, result.stdout + result.stderr
        folder = tmp_path / name
        return {path: (folder / path).read_bytes() for path in paths_in(folder)}

    before = built("kept")
    path, change_text = CHANGES[change]
    file = tmp_path / path
    text = file.read_text(encoding="utf-8")
    assert change_text(text) != text
    file.write_text(change_text(text), encoding="utf-8")
    after = built("kept")
    assert after == built("clean")
    assert after != before

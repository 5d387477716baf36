"""Texts of `../shared/cases`, each with what has to come of it."""

import os
import shutil
from pathlib import Path

import pytest

from plugins.findings import Severity
from plugins.records.loading import load_library
from tests.content_folder import make_content

ROOT = Path(__file__).resolve().parents[2]
CASES = Path(os.environ.get("CASES") or ROOT / "../shared/cases")
COLUMN, NAME = "dongtai", "x"

# By the beginning of a file's name: the rules of the findings, and the HTML if it is a record.
FOUND = {
    "C1": (["character-repair"], "<p>第一行<br>第二行，从 Word 粘贴来的换行。</p>"),
    "C3": (["value"], None),
    "C4": (["markup-deep"], None),
    "M1-": (["character-repair"], "<p>正文。</p>"),
    "M11": (["front-matter"], None),
    "M13": (["markup-left-over"], "<p>关于停水的说明</p>\n<hr>\n<p>正文。</p>"),
    "M2": ([], "<p>正文。</p>"),
    "M3": (["front-matter-repair"], "<p>正文。</p>"),
    "M6": (["footnote"], "<p>[^9]: 没有引用的脚注。</p>"),
    "M7": (["conflict"], None),
    "M8": (["key-unknown"], None),
    "S01": (["character"], None),
    "S02": (["character"], None),
    "S04": (["character-repair"], "《水法》第十条规定，人行道不得占用。"),
    "S06": ([], "，第一段。</p>\n<p>第二段继续。</p>"),
    "S07": ([], "<p>[注]: 本办法由青禾县综合行政执法局负责解释。</p>"),
    "S08": ([], "<p>[1]:《青禾县志》第三卷。</p>\n<p>[2]:某某主编，城市出版社。</p>"),
    "S09": ([], "<p>当事人李**、王**因违法停车被处罚，赵*、钱*另案处理。</p>"),
    "S11": ([], ">领取名单 {共3人}</h2>"),
    "S13": ([], "执行&lt;PM2.5标准&gt;和&lt;B类区域&gt;的规定，&lt;a&gt;类&lt;b&gt;类。"),
    "S14": (["markup-forbidden"], None),
    "S16": (["markup-forbidden"], None),
    "S18": (["image-alt", "image-elsewhere"], None),
    "S19": (["image-elsewhere", "image-elsewhere", "markup-forbidden"], None),
    "S21": ([], '<a href="https://example.com/">丙</a> <a href="/dongtai/riji-1.md">丁</a>'),
    "S23": (["markup-forbidden"], None),
    "S24": ([], "<p>正文。</p>"),
    "S25": ([], "<td>3元</td>\n</tr>\n</tbody>\n</table>\n</div>\n<p>后面一段。</p>"),
    "S26": (["table-cells"] * 3, None),
    "S29": ([], "<ul>\n<li>项一</li>\n<li>项二</li>\n</ul>"),
    "S30": ([], "<li>（一）加强领导。</li>\n<li>（二）落实责任。</li>\n<li>（三）严格考核。"),
    "S31": (["footnote"], None),
    "S33": ([], '<a href="/dongtai/riji-1.md">通知</a>和【<a href="https://www.gov.cn">二</a>】'),
    "S34": (["conflict"], None),
    "S35": ([], "<p>&gt;18周岁可申请。</p>\n<p>&gt;=5万元的罚款。</p>"),
    "S37": ([], '<h2 id="main-1">main</h2>'),
    "S39": (["value-repair"], "<p>正文。</p>"),
    "S40": (["front-matter-repair"], "<p>正文。</p>"),
    "S41": (["markup-forbidden"] * 2, None),
    "S42": (["markup-left-over"] * 5, "<p>带好证件。</p>"),
}
# Told by the links, which are checked in tests/relations.
OF_LINKS = {"M10", "S43"}
files = pytest.mark.skipif(
    not CASES.is_dir(), reason=f"没有案例的文件夹 {CASES}（用环境变量 CASES 指明）"
)


def test_every_case_is_here():
    if not CASES.is_dir():
        pytest.skip(f"没有案例的文件夹 {CASES}（用环境变量 CASES 指明）")
    names = {file.name for file in (CASES / "text").glob("*.md")}
    for start in [*FOUND, *OF_LINKS]:
        assert len([name for name in names if name.startswith(start)]) == 1, start
    assert len(names) == len(FOUND) + len(OF_LINKS)


@files
@pytest.mark.parametrize("start", FOUND)
def test_a_text(tmp_path, start):
    rules, html = FOUND[start]
    content = make_content(tmp_path)
    (file,) = (CASES / "text").glob(f"{start}*.md")
    shutil.copy(file, content / COLUMN / f"{NAME}.md")
    library = load_library(content)
    found = [each for each in library.findings if each.rule != "statute-unknown"]
    assert sorted(each.rule for each in found) == rules
    assert {each.path for each in found} <= {f"{COLUMN}/{NAME}.md"}
    assert any(each.severity is Severity.ERROR for each in found) == (html is None)
    if html is not None:
        assert html in library.records[f"{COLUMN}/{NAME}"].body.html


@files
def test_official_texts_as_they_are_pasted(tmp_path):
    content = make_content(tmp_path)
    for file in (CASES / "paste").glob("*.md"):
        shutil.copy(file, content / COLUMN / file.name)
    library = load_library(content)
    notice = library.records[f"{COLUMN}/wps-1"].body.html
    assert notice.count("<p") == 9
    assert (
        '<li>（二）店外经营：\n<ul class="numbered" role="list">\n<li>1.占用盲道；</li>' in notice
    )
    assert notice.count("<td>") == 6
    assert notice.endswith(
        '<p>附件：1.整治路段清单</p>\n<p class="signature">云汀市综合行政执法局</p>\n'
        '<p class="signature">2026年11月27日</p>'
    )
    report = library.records[f"{COLUMN}/wps-2"].body.html
    assert report.count("<p>") == 3
    assert report.endswith('<p class="align-right">（通讯员 甲乙）</p>')

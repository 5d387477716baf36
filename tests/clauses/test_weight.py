"""A long statute stays a light page: 300 clauses in 150 KB over the wire."""

import gzip
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.clauses.numerals import chinese
from tests.content_folder import make_content, record

ROOT = Path(__file__).resolve().parents[2]
NOON = "1795406400"  # 2026-11-23 12:00 in Shanghai
CLAUSES = 300
LIMIT = 150_000
COLUMN = """
name: 法规
description: 法规的说明。
keywords: [法规]
ColumnType: 政策文件
kind: statute
group: open
clock: 365
owner: 办公室
order: 9
"""
FACTS = {
    "效力级别": "地方性法规",
    "制定机关": "青禾县人民代表大会常务委员会",
    "公布日期": "2020-01-05",
    "施行日期": "2020-03-01",
    "时效性": "现行有效",
    "领域": "[街面秩序]",
}
# Characters that laws use most; drawn by chance they compress worse than any real sentence.
COMMON = (
    "的一条定规行政法人民市县区管理应当部门机关单位个城有不以下罚款上万元由和或者施设建筑公共道路"
    "环境卫生执处责令改正期限逾拆除违反本例照明广告绿化水河养犬垃圾分类收集运输置申请许可批准监督检查"
)


def sentence(chance, length):
    return "".join(chance.choices(COMMON, k=length)) + "。"


def statute(clauses=CLAUSES):
    """As long as real ones: 110 characters a clause, a chapter every 15, items in every third."""
    chance = random.Random(3)
    lines = []
    for number in range(1, clauses + 1):
        if number % 15 == 1:
            lines.append(f"## 第{chinese(number // 15 + 1)}章　{sentence(chance, 8)[:-1]}")
        lines.append(f"第{chinese(number)}条　{sentence(chance, 60)}")
        if number % 3 == 0:
            lines += [f"（{chinese(item)}）{sentence(chance, 25)}" for item in range(1, 5)]
        else:
            lines.append(sentence(chance, 50))
        if number % 10 == 0:
            lines.append(f"违反本条例第{chinese(number - 3)}条第一款规定的，{sentence(chance, 30)}")
    return "\n\n".join(lines)


# The site is built once, by one process.
pytestmark = pytest.mark.xdist_group("weight of a long statute")


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The statute's page, with twenty records that cite its clauses."""
    folder = tmp_path_factory.mktemp("long")
    files = {
        "fagui/_column.yml": COLUMN,
        "fagui/changdeng-tiaoli.md": record("青禾县长灯条例", statute(), **FACTS),
    }
    for number in range(1, 21):
        cited = f"依照《青禾县长灯条例》第{chinese(number * 7)}条第一款办理。"
        files[f"dongtai/yin-{number}.md"] = record(f"引用之{chinese(number)}", cited)
    output = folder / "output"
    command = ["pelican", str(make_content(folder, files)), "-s", "publishconf.py"]
    places = ["-o", str(output), "-e", f'CACHE_PATH="{output}-cache"']
    result = subprocess.run(
        [sys.executable, "-m", *command, *places],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": NOON},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return output / "fagui/changdeng-tiaoli.html"


def test_the_text_is_as_long_as_a_real_statute():
    assert 100 * CLAUSES < len(statute()) < 200 * CLAUSES


def test_the_page_holds_every_clause_at_its_anchor(page):
    found = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    ids = [clause["id"] for clause in found.find_all(attrs={"data-element": "clause"})]
    assert ids == [f"c{number}" for number in range(1, CLAUSES + 1)]


def test_every_clause_that_is_cited_says_so(page):
    """Without its back links the page would be lighter than those of the site."""
    found = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    citing = found.find_all(attrs={"data-element": "citing"})
    assert [note.find_previous_sibling("section")["id"] for note in citing] == [
        f"c{number * 7}" for number in range(1, 21)
    ]


def test_it_is_under_150_kb_compressed_with_its_styles_and_scripts(page):
    found = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    links = [tag["href"] for tag in found.find_all("link", rel="stylesheet")]
    links += [tag["src"] for tag in found.find_all("script", src=True)]
    site = page.parents[1]
    own = compressed(page)
    total = own + sum(compressed(site / link.lstrip("/")) for link in links)
    print(
        f"\n{CLAUSES} 条的法规页：压缩后 {own / 1000:.1f} kB，连同样式和脚本 {total / 1000:.1f} kB"
    )
    assert total < LIMIT


def compressed(file):
    return len(gzip.compress(file.read_bytes(), 6))

"""What is said of one record alone is what a check of everything says of it."""

import pytest

from plugins.build.one_record import findings_of_one
from plugins.build.prepare import prepare
from tests.build.built import NOW, ROOT
from tests.content_folder import make_content, record
from tests.privacy.samples import MOBILE
from tests.relations.test_citations import COLUMN, statute

POLICY = {
    "索引号": "11339999MB00000010/2026-00001",
    "主题分类": r"城乡建设\城市管理",
    "发文机关": "青禾县综合行政执法局",
    "成文日期": "2026-02-01",
    "文号": "青综执〔2026〕1号",
    "有效性": "有效",
    "规范性文件": "是",
}
FILES = {
    "fagui/_column.yml": COLUMN,
    "fagui/jiemian.md": statute(),
    "fagui/lin.md": statute("青禾县林木条例", "第一条　甲。"),
    "dongtai/zhi.md": record("链接", "[有](/dongtai/riji-1.md)，[节](/wenda/tanwei.md#meiyou)"),
    "dongtai/duan.md": record("断链", "[没有](/dongtai/riji-9.md)", 相关稿件="巡查日记第2篇"),
    "dongtai/po.md": record("缺来源", "[去](riji-1.md)").replace("来源: 办公室\n", ""),
    "dongtai/lai.md": record("来", "[去](/dongtai/po.md)，[回](/dongtai/cao.md)"),
    "dongtai/cao.md": record("草稿", "[去](/dongtai/meiyou.md)", 状态="草稿"),
    "dongtai/ding.md": record("定时", "[去](/dongtai/ri.md)", published="2027-01-01 09:00"),
    "dongtai/yin.md": record("引用", "依据《青禾县街面办法》第九十条，《青禾县街而办法》第二条。"),
    "dongtai/wu.md": record("不引", "《没有的法》第一条。[件](/files/meiyou.csv)"),
    "dongtai/lingyi.md": record("同网址", 网址名="riji-2", published="2026-10-02 09:00"),
    "dongtai/zhong.md": record("网址名", "[去](/dongtai/lingyi.md)", 网址名="zhonghua"),
    "dongtai/ming.md": record("按网址名", 相关稿件="dongtai/zhonghua"),
    "dongtai/cuo.md": record("错字", f"会议布署,打{MOBILE}，看[表](/files/{MOBILE}.pdf)。"),
    "words.csv": "类型,写法,应为\n错词,错字,别字\n",
    "zhengce/jiemian-banfa.md": None,
    "zhengce/yi.md": record("办法一", **POLICY),
    "zhengce/er.md": record("办法二", **POLICY),
}


def compare(content, paths=None):
    whole = prepare(content, NOW, {}).findings
    paths = paths or sorted({file for file in FILES if file.endswith(".md") and FILES[file]})
    for path in paths:
        alone = findings_of_one(content, path, NOW)
        assert {*alone} == {found for found in whole if found.path == path}, path
    return {found.rule for found in whole}


def test_it_is_what_the_whole_check_says(tmp_path):
    rules = compare(make_content(tmp_path, FILES))
    # The comparison is worth something.
    assert rules >= {
        "address-taken", "citation-misspelt", "clause-missing", "dead-link", "field-required",
        "index-number-taken", "interpretation-missing", "reference", "statute-unknown",
        "word-confusion", "word-sign", "personal-mobile",
    }  # fmt: skip


def test_of_the_sample_site():
    paths = sorted(file.relative_to(ROOT / "content") for file in ROOT.glob("content/*/*.md"))
    compare(ROOT / "content", [path.as_posix() for path in paths[::25]])


@pytest.mark.parametrize("path", ["dongtai/meiyou.md", "bureau.yml", "meiyou/a.md"])
def test_what_is_no_record(tmp_path, path):
    assert findings_of_one(make_content(tmp_path), path, NOW) is None

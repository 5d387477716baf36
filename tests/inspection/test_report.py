"""The report of a day: every word of it in the state in which the office reads it."""

from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup

from plugins.build.prepare import prepare
from plugins.clock import CHINA
from plugins.findings import Finding, Severity, is_accepted
from plugins.inspection.clocks import Clock, State
from plugins.inspection.due import Due
from plugins.inspection.markdown import MOST_ERRORS, as_markdown
from plugins.inspection.page import as_page
from plugins.inspection.report import OwnersPart, Part, Report, make_report
from plugins.inspection.vetoes import Veto
from tests.content_folder import make_content, record

DAY = date(2027, 2, 1)
ERROR = Finding("dead-link", Severity.ERROR, "dongtai/a.md", "没有稿件“b”", "改成 c", 7, 3)
LATE = Finding(
    "review-due", Severity.WARNING, "zhengce/d.md", "复核日期 2027-01-31 已过", "核对", 5
)
TAKEN = Finding(
    "word-caution", Severity.INFO, "dongtai/a.md", "已接受到 2027-03-31（原文）：“最大”", "", 9
)
DUE = Due(date(2027, 2, 1), "核对内容", "《办法》", "zhengce/e.md", "法制科", "review-due")
LATER = Due(date(2027, 2, 4), "发布新的内容", "首页", "bureau.yml", "", "home-stale")
LAPSING = Due(date(2027, 4, 1), "任其失效", "《旧办法》", "zhengce/f.md", "法制科", "outdated")
FRESH = Clock("动态", "dongtai/_column.yml", "办公室", date(2027, 1, 30), 14, True)
BLANK = Clock("空的", "kong/_column.yml", "办公室", None, 14, True)
EMPTY = Report(
    site="云汀市*执法局",
    day=DAY,
    notice_days=14,
    sunset_days=90,
    errors=[],
    overdue=[],
    due=[],
    lapsing=[],
    vetoes=[Veto("首页不更新", (), 1), Veto("空白栏目", ("空的",) * 5, 5)],
    clocks=[(FRESH, State.FRESH)],
    columns=[],
    owners=[],
    rules=[],
    accepted=[],
    owner_of={"dongtai": "办公室", "zhengce": "法制科"},
    title_of={"zhengce/d.md": "老办法"},
)
FULL = EMPTY._replace(
    errors=[ERROR],
    overdue=[LATE],
    due=[DUE, LATER],
    lapsing=[LAPSING],
    clocks=[(FRESH._replace(limit=4), State.NEAR), (BLANK, State.BLANK)],
    columns=[Part("动态", "办公室", "dongtai", (ERROR,)), Part("网站整体", "", "", (LATE,))],
    owners=[OwnersPart("办公室", 1, 0, 0, 0), OwnersPart("法制科", 0, 1, 1, 1)],
    rules=[Part("链接能到达", "", "dead-link", (ERROR,))],
    accepted=[TAKEN],
)


class TestMarkdown:
    def test_a_day_with_everything(self):
        assert as_markdown(FULL).split("\n") == [
            "# 2027-02-01 每日检查：云汀市\\*执法局",
            "",
            "## 已经逾期（1）",
            "",
            "- [ ] 法制科：《老办法》复核日期 2027-01-31 已过 → 核对 `content/zhengce/d.md:5`",
            "",
            "## 14 天内到期（2）",
            "",
            "| 最后一天 | 还有 | 要办的事 | 科室 |",
            "| --- | --- | --- | --- |",
            "| 2027-02-01 | 就是今天 | 《办法》：核对内容 | 法制科 |",
            "| 2027-02-04 | 3 天 | 首页：发布新的内容 | 网站整体 |",
            "",
            "## 不改好就不能发布的错误（1）",
            "",
            "- [ ] 办公室：没有稿件“b” → 改成 c `content/dongtai/a.md:7`",
            "",
            "## 90 天内有效期届满的文件（1）",
            "",
            "| 最后一天 | 还有 | 要办的事 | 科室 |",
            "| --- | --- | --- | --- |",
            "| 2027-04-01 | 59 天 | 《旧办法》：任其失效 | 法制科 |",
            "",
            "## 离单项否决还有多远",
            "",
            "- 首页不更新 0 个，离否决还差 1 个",
            "- **空白栏目 5 个，满 5 个即不合格：空的、空的、空的、空的、空的**",
            "",
            "更新时限快到的和空白的：",
            "",
            "- 动态（办公室）：还有 2 天",
            "- 空的（办公室）：空白",
            "",
            "## 已接受、到期再看的（1）",
            "",
            "- [ ] 办公室：已接受到 2027-03-31（原文）：“最大” `content/dongtai/a.md:9`",
            "",
            "",
        ]

    def test_a_day_with_nothing(self):
        lines = as_markdown(EMPTY).split("\n")
        assert lines[:4] == [
            "# 2027-02-01 每日检查：云汀市\\*执法局",
            "",
            "今天没有要办的事。",
            "",
        ]
        assert not any("到期" in line or "逾期" in line for line in lines)

    def test_more_errors_than_anybody_reads_in_a_forge(self):
        many = EMPTY._replace(errors=[ERROR] * (MOST_ERRORS + 5))
        lines = as_markdown(many).split("\n")
        assert f"## 不改好就不能发布的错误（{MOST_ERRORS + 5}）" in lines
        assert "- 另有 5 处，运行 `make check` 看全部" in lines

    @pytest.mark.parametrize("sign", "`*_|<>[]#\\")
    def test_no_word_of_a_record_is_markup(self, sign):
        found = ERROR.__class__("r", Severity.ERROR, "dongtai/a.md", f"甲{sign}乙\n丙")
        assert f"甲\\{sign}乙 丙" in as_markdown(EMPTY._replace(errors=[found]))


class TestPage:
    def words(self, report):
        page = BeautifulSoup(as_page(report), "html.parser")
        page.style.extract()
        return page, [" ".join(each.split()) for each in page.stripped_strings]

    def test_its_head(self):
        page, words = self.words(EMPTY)
        assert page.title.string == "2027-02-01 检查报告：云汀市*执法局"
        assert page.find("meta", {"name": "robots"})["content"] == "noindex"
        assert "2027年2月1日。供本单位内部使用，不对外发布。" in words
        assert "今天没有要办的事。" in words

    def test_its_sections(self):
        page, words = self.words(FULL)
        assert [each.get_text() for each in page.find_all("h2")] == [
            "各科室",
            "单项否决",
            "已经逾期（1）",
            "到期日历（2）",
            "有效期快要届满的文件（1）",
            "更新时限",
            "各栏目的问题",
            "各条规则查出的问题",
            "已接受、到期再看的（1）",
        ]
        assert "今天没有要办的事。" not in words
        assert [each.get_text() for each in page.find_all("caption")] == [
            "今后 14 天里要办的事，最早的在前",
            "今后 90 天里失效",
        ]
        assert [each.get_text() for each in page.find_all("h3")] == ["动态（办公室）", "网站整体"]

    def test_its_tables(self):
        page, _ = self.words(FULL)
        rows = [
            [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])]
            for row in page.find_all("tr")
        ]
        assert rows == [
            ["科室", "错误", "已逾期", "14 天内到期", "提醒"],
            ["办公室", "1", "0", "0", "0"],
            ["法制科", "0", "1", "1", "1"],
            ["最后一天", "还有", "要办的事", "科室"],
            ["2027-02-01", "就是今天", "《办法》：核对内容 content/zhengce/e.md", "法制科"],
            ["2027-02-04", "3 天", "首页：发布新的内容 content/bureau.yml", "网站整体"],
            ["最后一天", "还有", "要办的事", "科室"],
            ["2027-04-01", "59 天", "《旧办法》：任其失效 content/zhengce/f.md", "法制科"],
            ["栏目", "科室", "最近一条", "时限（天）", "情况"],
            ["动态", "办公室", "2027-01-30", "4", "快到期，还有 2 天"],
            ["空的", "办公室", "没有", "14", "空白"],
            ["规则", "错误", "提醒", "提示"],
            ["链接能到达 dead-link", "1", "0", "0"],
        ]

    def test_what_holds_and_what_is_found(self):
        page, _ = self.words(FULL)
        (veto,) = page.select("li.holds")
        assert veto.get_text().startswith("空白栏目 5 个，满 5 个即不合格")
        items = [" ".join(each.get_text().split()) for each in page.select("li:has(.level)")]
        assert items == [
            "提醒 《老办法》复核日期 2027-01-31 已过 → 核对 法制科 content/zhengce/d.md:5",
            "错误 没有稿件“b” → 改成 c content/dongtai/a.md:7",
            "提醒 《老办法》复核日期 2027-01-31 已过 → 核对 content/zhengce/d.md:5",
            "提示 已接受到 2027-03-31（原文）：“最大” 办公室 content/dongtai/a.md:9",
        ]

    def test_it_loads_nothing(self):
        page, _ = self.words(FULL)
        assert not page.find_all(["link", "script", "img"])
        assert "url(" not in as_page(FULL)

    def test_no_word_of_a_record_is_markup(self):
        bad = Finding("r", Severity.ERROR, "dongtai/a.md", "<script>1</script>")
        page, _ = self.words(FULL._replace(overdue=[bad]))
        assert not page.find_all("script")


class TestOfASite:
    def report(self, tmp_path):
        value = "\n  - 规则: dead-link\n    理由: 下周发布\n    至: 2027-03-31"
        files = {
            "dongtai/a.md": record("甲", "见[乙](/zhengce/meiyou.md)。", 接受=value),
            "dongtai/b.md": record("乙", "见[乙](/zhengce/meiyou.md)。"),
        }
        files["wenda/d.md"] = record(
            "丁", 复核日期="2026-11-01", 来信内容="问", 来信日期="2026-02-01",
            答复日期="2026-02-03", 答复单位="办公室",
        )  # fmt: skip
        now = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)
        prepared = prepare(make_content(tmp_path, files), now, assets={})
        return make_report(prepared.site.library, prepared.findings, now)

    def test_each_finding_stands_where_it_belongs(self, tmp_path):
        report = self.report(tmp_path)
        assert [each.path for each in report.errors] == ["dongtai/b.md"]
        assert [(each.path, each.rule) for each in report.overdue] == [("wenda/d.md", "review-due")]
        assert [each.path for each in report.accepted] == ["dongtai/a.md"]
        of_columns = [found for part in report.columns for found in part.findings]
        assert not any(map(is_accepted, of_columns))
        assert report.about(report.errors[0]) == "《乙》"
        assert {report.errors[0], report.overdue[0]} <= {*of_columns}
        assert report.rules[0].code == "dead-link"
        assert report.rules[0].name.startswith("正文和执法事项里的站内链接能到达")

    def test_whose_it_is(self, tmp_path):
        report = self.report(tmp_path)
        first = report.owners[0]
        assert (first.owner, first.errors, first.overdue) == ("办公室", 1, 1)
        assert not report.is_quiet

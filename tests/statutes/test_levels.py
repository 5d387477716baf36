"""Which level a document has, and what is no statute at all."""

from datetime import date, datetime

import pytest

from plugins.clock import CHINA
from plugins.commands.import_statutes import import_statutes
from plugins.findings import Severity
from plugins.statutes.documents import is_amending, is_case
from plugins.statutes.facts import Certainty, derive
from plugins.statutes.source import read

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)


def level(title, *lines, folders=()):
    text = "\n\n".join([f"# {title}", *lines, "<!-- INFO END -->", "第一条 灯。"])
    found = derive(read(text, title), folders, ["市政"], date(2026, 3, 1))
    return found["issuer"].value, found["level"].value, found["level"].certainty


@pytest.mark.parametrize(
    ("title", "line", "issuer", "wanted"),
    [
        (
            "最高人民法院关于灯的若干问题的解释",
            "2020年12月23日最高人民法院审判委员会第1823次会议通过",
            "最高人民法院",
            "司法解释",
        ),
        (
            "最高人民法院、最高人民检察院关于办理灯案件适用法律若干问题的解释",
            "（2019年11月18日最高人民法院审判委员会第1781次会议、2020年3月12日最高人民检察院"
            "第十三届检察委员会第三十七次会议通过）",
            "最高人民法院、最高人民检察院",
            "司法解释",
        ),
        (
            "人民检察院办理灯案件规则",
            "2019年12月2日最高人民检察院第十三届检察委员会第二十八次会议通过",
            "最高人民检察院",
            "司法解释",
        ),
        ("监察灯条例", "2021年9月20日 国家监察委员会公告第1号公布", "国家监察委员会", "监察法规"),
        ("城市灯条例", "2010年1月1日 国务院令第3号公布", "国务院", "行政法规"),
        ("国务院关于灯的意见", "2010年1月1日 国务院发布", "国务院", "行政规范性文件"),
        ("国务院办公厅关于灯的通知", "", "国务院办公厅", "行政规范性文件"),
        ("城市灯管理规定", "2010年1月1日 建设部令第1号发布", "建设部", "部门规章"),
        (
            "国家市场监督管理总局关于灯的规定",
            "",
            "国家市场监督管理总局",
            "部门规章",
        ),
        ("国家税务总局关于灯的公告", "", "国家税务总局", "行政规范性文件"),
        ("云汀市灯条例", "2010年1月1日 云汀市人民代表大会通过", "云汀市人民代表大会", "地方性法规"),
        (
            "云汀市灯办法",
            "2010年1月1日 云汀市人民政府令第1号公布",
            "云汀市人民政府",
            "地方政府规章",
        ),
        ("云汀市人民政府关于灯的通知", "", "云汀市人民政府", "行政规范性文件"),
        ("云汀市城市管理局关于灯的规定", "", "云汀市城市管理局", "行政规范性文件"),
        (
            "全国人民代表大会常务委员会关于灯的决定",
            "2010年1月1日 第十一届全国人民代表大会常务委员会第一次会议通过",
            "全国人民代表大会常务委员会",
            "法律",
        ),
    ],
)
def test_the_maker_and_the_kind_of_document_decide(title, line, issuer, wanted):
    assert level(title, line) == (issuer, wanted, Certainty.STATED)


@pytest.mark.parametrize(
    ("folders", "wanted"),
    [
        (["司法解释"], "司法解释"),
        (["2020", "司法解释", "法规库"], "司法解释"),
        (["监察法规"], "监察法规"),
        (["部门规章"], "部门规章"),
        (["地方政府规章"], "地方政府规章"),
        (["民法商法"], "法律"),
        (["规范性文件"], "行政规范性文件"),
    ],
)
def test_without_a_maker_the_nearest_folder_that_names_a_level_decides(folders, wanted):
    assert level("灯的规定", folders=folders)[1:] == (wanted, Certainty.INFERRED)


def test_a_notice_of_a_court_may_be_none_and_is_asked_about():
    assert level("最高人民法院关于灯的通知")[1:] == ("司法解释", Certainty.GUESSED)
    assert level("最高人民法院关于灯的通知", folders=["司法解释"])[1:] == (
        "司法解释",
        Certainty.INFERRED,
    )


@pytest.mark.parametrize(
    ("title", "case"),
    [
        ("指导案例1号：甲公司诉乙居间合同纠纷案", True),
        ("检例第3号", True),
        ("甲诉乙市城市管理局行政处罚案", True),
        ("云汀市某区人民法院民事判决书", True),
        ("王某故意损坏公私财物罪案", True),
        ("最高人民法院关于案例指导工作的规定", False),
        ("最高人民法院关于审理灯纠纷案件适用法律若干问题的解释", False),
        ("中华人民共和国刑法修正案（十一）", False),
        ("云汀市路灯应急预案", False),
        ("云汀市档案条例", False),
    ],
)
def test_what_is_a_case(title, case):
    assert is_case(title, "") is case


def test_the_sections_of_a_case_tell_it_too():
    text = "## 基本案情\n\n灯坏了。\n\n**裁判结果**\n\n赔灯。"
    assert is_case("灯坏了以后", text)
    assert not is_case("灯的解释", text)
    assert not is_case("灯坏了以后", "## 基本案情\n\n灯坏了。")


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("云汀市汀东区人民法院\n行政判决书\n（2020）云01行初5号\n原告某。", True),
        ("云汀市人民法院\n行 政 判 决 书\n\n(2020)云01行初5号", True),
        ("# 某案\n\n**（2021）云0102民初77号**\n", True),
        ("云汀市照明条例\n云政发〔2020〕5号\n第一条　灯。", False),
        ("云汀市照明条例\n第一条　灯。\n\n第二条　见（2020）云01行初5号一案。", False),
    ],
)
def test_a_judgement_is_known_by_its_first_lines(text, case):
    assert is_case("灯", text) is case


@pytest.mark.parametrize(
    ("title", "amending"),
    [
        ("全国人民代表大会常务委员会关于修改《中华人民共和国灯法》的决定", True),
        ("国务院关于修改和废止部分行政法规的决定", True),
        ("中华人民共和国刑法修正案（十一）", True),
        ("云汀市人民政府关于废止部分规章的决定", True),
        ("云汀市灯条例", False),
        ("云汀市灯条例（2019年修正）", False),
        ("全国人民代表大会常务委员会关于灯的决定", False),
    ],
)
def test_what_changes_other_statutes(title, amending):
    assert is_amending(title) is amending


class TestImported:
    """What the importer does with each."""

    def run(self, tmp_path, **files):
        for name, text in files.items():
            (tmp_path / "from").mkdir(exist_ok=True)
            (tmp_path / "from" / f"{name}.md").write_text(text, "utf-8")
        done = import_statutes(tmp_path / "from", tmp_path / "statutes", NOW)
        written = sorted(file.stem for file in (tmp_path / "statutes").glob("*.md"))
        return written, done.findings

    def test_a_case_is_reported_and_left(self, tmp_path):
        title = "指导案例9号：甲诉乙灯具买卖合同纠纷案"
        written, (found,) = self.run(tmp_path, 案例=f"# {title}\n\n## 基本案情\n\n第一条 灯。")
        assert written == []
        assert (found.rule, found.severity) == ("statute-document", Severity.WARNING)
        assert found.message == "是案例或裁判文书，不是法规，没有导入"

    def test_an_amending_decision_is_a_record_of_its_own_and_said_to_be_one(self, tmp_path):
        title = "全国人民代表大会常务委员会关于修改《中华人民共和国灯法》的决定"
        decision = f"# {title}\n\n<!-- INFO END -->\n\n一、将第二条修改为：\n\n“第二条　灯要亮。”"
        statute = "# 中华人民共和国灯法\n\n第一条 灯。\n\n第二条 灯。"
        written, findings = self.run(tmp_path, 决定=decision, 灯法=statute)
        assert len(written) == 2
        (found,) = [each for each in findings if each.rule == "statute-document"]
        assert found.severity is Severity.INFO
        assert "不是被修改的法规的文本" in found.message

    @pytest.mark.parametrize("name", ["README", "_index", "index", "SUMMARY", "目录"])
    def test_a_file_about_the_folder_is_no_error(self, tmp_path, name):
        written, (found,) = self.run(tmp_path, **{name: "# 法规库\n\n这里放法规。"})
        assert written == []
        assert (found.rule, found.severity) == ("statute-document", Severity.INFO)

    def test_a_reply_without_numbers_is_a_statute(self, tmp_path):
        title = "最高人民法院关于灯的批复"
        text = f"# {title}\n\n某省高级人民法院：\n\n你院请示收悉。经研究，批复如下：灯要亮。"
        written, findings = self.run(tmp_path, 批复=text)
        assert written == ["zui-gao-ren-min-fa-yuan-guan-yu-deng-de-pi-fu"]
        assert [each for each in findings if each.severity is Severity.ERROR] == []

    def test_a_statute_without_a_readable_clause_is_an_error_and_not_written(self, tmp_path):
        text = "# 灯条例\n\n## 第一章 灯\n\n● 第一条 灯。\n\n● 第二条 灯。"
        written, findings = self.run(tmp_path, 灯条例=text)
        assert written == []
        (found,) = [each for each in findings if each.severity is Severity.ERROR]
        assert (found.rule, found.line, found.column) == ("clause-unread", 5, 3)

    def test_so_is_one_without_any_heading(self, tmp_path):
        written, (found,) = self.run(tmp_path, 灯条例="# 灯条例\n\n● 第一条 灯。")
        assert written == []
        assert (found.rule, found.severity, found.line) == ("clause-unread", Severity.ERROR, 3)

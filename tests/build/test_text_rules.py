"""Words and personal data from the source to what a check, a build and a preview say of it."""

import re
from typing import ClassVar

import pytest

from plugins.build.prepare import prepare
from plugins.commands import inspect
from plugins.commands.check import FORMATS, main
from plugins.findings import Finding
from plugins.incremental.store import Store, decode
from plugins.records.text_rules import TextRules
from tests.build.built import NOW, ROOT, build, pages
from tests.content_folder import make_content, record
from tests.privacy.samples import CARD, IDENTITY, MOBILE
from tests.records.record_text import text_of
from tests.relations.test_citations import COLUMN, statute
from tests.states.samples import HEAD, SAMPLES

PATH = "dongtai/xin.md"
WORDS = "类型,写法,应为,程度,例外,说明,谁加的,日期\n"
# The body begins on line 9.
WRONG = record("新", f"会议布署了清雪工作。\n\n当事人{IDENTITY}。")
RIGHT = record("新", "会议部署了清雪工作。\n\n当事人李某。")
WHOM = (ROOT / "content/whom/_column.yml").read_text(encoding="utf-8")
WHOM = WHOM.replace("group: interaction", "group: together")
MATTERS = (ROOT / "content/matters/_column.yml").read_text(encoding="utf-8")
MATTERS = re.sub(r"(?m)^group: .*$", "group: together", MATTERS)
TOPIC = (
    "- 事情: 路灯不亮\n  类别: 市政\n  找谁: 市政公用科\n  电话: {}\n  时限: 当天\n  先备好: [{}]\n"
)


def put(content, path, text):
    file = content / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def found(content, *, path=""):
    """Path, line, column and rule of what the new rules find."""
    findings = prepare(content, NOW, assets={}).findings
    return [
        (each.path, each.line, each.column, each.rule)
        for each in findings
        if each.path.startswith(path)
    ]


def reported(folder):
    """What the last build reported, from its store."""
    store = Store(folder / "store.sqlite", None)
    report = store.meta("report")
    store.close()
    return [Finding.from_tuple(plain) for plain in report[0]]


def rules_at(folder, path=PATH):
    return [(each.rule, each.line, each.column) for each in reported(folder) if each.path == path]


class TestRecord:
    def test_a_check_names_file_line_and_column(self, tmp_path, capsys):
        content = make_content(tmp_path, {PATH: WRONG})
        assert main([str(content), "--cache", str(tmp_path)]) == 1
        said = capsys.readouterr().out
        assert f"{PATH}:9:3: 提醒 word-confusion “布署”应为“部署” → 改成“部署”" in said
        assert (
            f"{PATH}:11:4: 错误 identity-number “339*************{IDENTITY[-2:]}”"
            "是公民身份号码，不能公开 → 删去整个号码" in said
        )
        put(content, PATH, RIGHT)
        assert main([str(content), "--cache", str(tmp_path)]) == 0
        assert PATH not in capsys.readouterr().out

    def test_of_one_file_alone(self, tmp_path, capsys):
        content = make_content(tmp_path, {PATH: WRONG})
        assert main([str(content), "--file", str(content / PATH), "--cache", str(tmp_path)]) == 1
        said = capsys.readouterr().out
        assert ":9:3:" in said and ":11:4:" in said and IDENTITY not in said

    def test_a_rebuild_finds_it_and_no_more_when_it_is_mended(self, tmp_path):
        content = make_content(tmp_path, {PATH: RIGHT})
        build(content, tmp_path)
        assert rules_at(tmp_path) == []
        put(content, PATH, WRONG)
        build(content, tmp_path)
        assert rules_at(tmp_path) == [("word-confusion", 9, 3), ("identity-number", 11, 4)]
        put(content, PATH, RIGHT)
        build(content, tmp_path)
        assert rules_at(tmp_path) == []

    def test_an_unchanged_record_is_not_judged_again(self, tmp_path, monkeypatch):
        content = make_content(tmp_path, {PATH: WRONG})
        build(content, tmp_path)
        judged, check = [], TextRules.check_record

        def noted(self, path, *given):
            judged.append(path)
            return check(self, path, *given)

        monkeypatch.setattr(TextRules, "check_record", noted)
        put(content, "dongtai/riji-1.md", record("第一篇", "部署。"))
        build(content, tmp_path)
        assert judged == ["dongtai/riji-1.md"]
        assert rules_at(tmp_path) == [("word-confusion", 9, 3), ("identity-number", 11, 4)]

    def test_alternative_text_caption_file_name_and_head(self, tmp_path):
        picture = f'![巡查，{MOBILE}](/images/emblem.svg "布署")'
        path = f"dongtai/{MOBILE}.md"
        text = record("新", picture, 网址名="xin", 摘要=f"拨打{MOBILE}。")
        content = make_content(tmp_path, {path: text})
        assert sorted(each[1:] for each in found(content, path=path)) == [
            (1, 1, "personal-mobile"),
            (9, 7, "personal-mobile"),
            (11, 6, "personal-mobile"),
            (11, 39, "word-confusion"),
        ]

    def test_numbers_of_its_own_fields_are_the_office_s(self, tmp_path):
        fields, _ = SAMPLES["event"]
        fields = {**HEAD, **fields, "开始时间": "2026-12-05 09:00", "结束时间": "2026-12-05 11:00"}
        for phone, rules in ((f"{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}", []),
                             ("0599-0001000", ["personal-mobile"])):  # fmt: skip
            text = text_of(f"报名打{MOBILE}。", **{**fields, "联系电话": phone})
            (tmp_path / phone).mkdir()
            content = make_content(tmp_path / phone, {"huodong/xin.md": text})
            assert [each[3] for each in found(content, path="huodong/xin.md")] == rules

    def test_of_a_statute_only_errors_are_told(self, tmp_path):
        text = "第一条　应当布署，建立帐户。\n\n第二条　依照《中华人民共和国行政处罚发》。"
        files = {"fagui/_column.yml": COLUMN, "fagui/jiemian.md": statute(text=text)}
        content = make_content(tmp_path, files)
        rules = [each[3] for each in found(content, path="fagui/") if "word" in each[3]]
        assert rules == ["word-title"]

    @pytest.mark.parametrize(
        ("name", "rules"),
        [
            ("李记餐饮店（李建国）", ["masked-name"]),
            ("李记餐饮店（李某）", []),
            ("李记餐饮店", []),
        ],
    )
    def test_the_owner_in_the_name_of_a_shop_in_a_penalty(self, tmp_path, name, rules):
        column = COLUMN.replace("kind: statute", "kind: penalty")
        fields, body = SAMPLES["penalty"]
        who = {"行政相对人名称": name, "行政相对人类别": "个体工商户"}
        text = text_of(body, **{**HEAD, **fields, **who})
        files = {"chufa/_column.yml": column, "chufa/chufa-2026-1.md": text}
        content = make_content(tmp_path, files)
        of_names = [each for each in found(content, path="chufa/") if each[3] == "masked-name"]
        assert [each[3] for each in of_names] == rules

    def test_a_kind_says_what_may_not_stand_in_its_texts(self, tmp_path):
        text = "当事人李建国，车牌浙A12345，11岁，四年级。"
        case = COLUMN.replace("kind: statute", "kind: case")
        fields, body = SAMPLES["case"]
        body = body.replace("## 基本案情\n\n", f"## 基本案情\n\n{text}")
        files = {
            PATH: record("新", text),
            "anli/_column.yml": case,
            "anli/xin.md": text_of(body, **{**HEAD, **fields}),
        }
        content = make_content(tmp_path, files)
        rules = {"minor", "masked-name", "number-plate"}
        assert [each[3] for each in found(content, path=PATH)] == ["minor"]
        assert {each[3] for each in found(content, path="anli/")} & rules == rules


class TestLists:
    def test_a_word_of_the_office_is_found_at_the_next_build(self, tmp_path):
        content = make_content(tmp_path, {PATH: record("新", "今晚检修听朝路。")})
        build(content, tmp_path)
        assert rules_at(tmp_path) == []
        put(content, "words.csv", f"{WORDS}错词,听朝路,听潮路,错误,,,,\n")
        build(content, tmp_path)
        assert rules_at(tmp_path) == [("word-confusion", 9, 5)]
        assert rules_at(tmp_path, "words.csv") == []
        put(content, "words.csv", f"{WORDS}错词,听朝路,听潮路,错误,听朝路灯,,,\n错字,甲,乙\n")
        build(content, tmp_path)
        assert rules_at(tmp_path) == [("word-confusion", 9, 5)]
        assert rules_at(tmp_path, "words.csv") == [("word-list", 3, 1)]
        (content / "words.csv").unlink()
        build(content, tmp_path)
        assert rules_at(tmp_path) == rules_at(tmp_path, "words.csv") == []

    def test_it_is_no_stray_file_and_not_published(self, tmp_path):
        content = make_content(tmp_path, {"words.csv": f"{WORDS}错词,甲乙,丙丁,,,,,\n"})
        build(content, tmp_path)
        assert reported(tmp_path) == []
        assert not [path for path in pages(tmp_path) if "words" in path]

    def test_a_link_to_a_list_is_not_read(self, tmp_path):
        content = make_content(tmp_path, {PATH: record("新", "听朝路。")})
        put(tmp_path, "other.csv", f"{WORDS}错词,听朝路,听潮路,,,,,\n")
        (content / "words.csv").symlink_to(tmp_path / "other.csv")
        assert found(content) == [("words.csv", 1, 1, "link-file")]

    def test_the_name_of_another_column_counts(self, tmp_path):
        content = make_content(tmp_path, {PATH: record("新", "见街面巡茶栏目。")})
        build(content, tmp_path)
        assert rules_at(tmp_path) == []
        column = content / "wenda/_column.yml"
        text = column.read_text(encoding="utf-8")
        column.write_text(re.sub("(?m)^name: .*$", "name: 街面巡查", text), encoding="utf-8")
        build(content, tmp_path)
        assert rules_at(tmp_path) == [("word-homophone", 9, 2)]

    def test_the_numbers_of_whom_to_ask_count_at_the_next_build(self, tmp_path):
        files = {PATH: record("新", f"打{MOBILE}。"), "whom/_column.yml": WHOM}
        content = make_content(tmp_path, {**files, "whom/topics.yml": TOPIC.format(12345, "路名")})
        build(content, tmp_path)
        assert rules_at(tmp_path) == [("personal-mobile", 9, 2)]
        put(content, "whom/topics.yml", TOPIC.format(MOBILE, "路名"))
        build(content, tmp_path)
        assert rules_at(tmp_path) == []


class TestDataFiles:
    def test_items_and_configuration_are_judged_at_their_place(self, tmp_path):
        topic = TOPIC.format(12345, f"布署，{MOBILE}")
        files = {"whom/_column.yml": WHOM + "# 布署\n", "whom/topics.yml": topic}
        content = make_content(tmp_path, files)
        bureau = (content / "bureau.yml").read_text(encoding="utf-8")
        put(content, "bureau.yml", re.sub("(?m)^description: .*$", "description: 布署。", bureau))
        line = bureau[: bureau.index("\ndescription:")].count("\n") + 2
        assert found(content) == [
            ("bureau.yml", line, 14, "word-confusion"),
            ("whom/topics.yml", 6, 9, "word-confusion"),
            ("whom/topics.yml", 6, 12, "personal-mobile"),
        ]
        build(content, tmp_path)
        assert [each.rule for each in reported(tmp_path)] == [each[3] for each in found(content)]
        put(content, "whom/topics.yml", TOPIC.format(12345, "路名"))
        build(content, tmp_path)
        assert [each.path for each in reported(tmp_path)] == ["bureau.yml"]


class TestNothingIsPrinted:
    """Findings of any rule quote what was written; none has the whole number in it."""

    NUMBERS = (IDENTITY, MOBILE, CARD)
    FILES: ClassVar = {
        "dongtai/yi.md": record(
            f"名单{IDENTITY}",
            f"### {MOBILE}的\n\n[表](/files/{MOBILE}.pdf)、[稿](/dongtai/{CARD}.md)，"
            f"{CARD}，{IDENTITY}",
            相关稿件=f"dongtai/{IDENTITY}", 复核日期=MOBILE, 关健词=MOBILE,
        ),
        "dongtai/er.md": record(f"名单{IDENTITY}", f"依据《{MOBILE}号管理条例》第一条。"),
        "dongtai/si.md": record(f"名单{IDENTITY}"),
        "dongtai/san.md": record(f"将来{MOBILE}", published="2027-03-01 09:00"),
    }  # fmt: skip

    def content(self, tmp_path):
        return make_content(tmp_path, self.FILES)

    def without(self, text):
        """A finding tells of its file by the name; other names are hidden."""
        assert not [number for number in self.NUMBERS if number in text]
        assert not [number for number in self.NUMBERS if number.encode().hex() in text]

    @pytest.mark.parametrize("form", FORMATS)
    def test_by_a_check(self, tmp_path, capsys, monkeypatch, form):
        content, page = self.content(tmp_path), tmp_path / "report.html"
        monkeypatch.setattr(inspect, "PAGE", page)
        main([str(content), "--format", form, "--all", "--cache", str(tmp_path)])
        said = capsys.readouterr().out
        if form == "html":
            self.without(said)
            said = page.read_text(encoding="utf-8")
        for rule in ("identity-number", "personal-mobile", "bank-card", "dead-link", "reference",
                     "title-taken", "heading", "statute-unknown"):  # fmt: skip
            assert rule in said, rule
        self.without(said)

    def test_in_the_report_of_a_day_with_titles_and_reasons(self, tmp_path, capsys):
        value = f"\n  - 规则: heading\n    理由: 电话{MOBILE}打过\n    至: 2026-12-01"
        text = record(f"找{MOBILE}", "#### 跳级\n", 复核日期="2026-11-30", 接受=value)
        content = make_content(tmp_path, {**self.FILES, "dongtai/wu.md": text})
        for form in ("markdown", "html"):
            page = tmp_path / f"report.{form}"
            inspect.main([str(content), "--format", form, "--into", str(page)])
            said = page.read_text(encoding="utf-8")
            assert "已接受到 2026-12-01（电话" in said and "《找" in said
            self.without(said)

    @pytest.mark.parametrize("name", ["yi", "er"])
    def test_by_a_check_of_one_file(self, tmp_path, capsys, name):
        content = self.content(tmp_path)
        file = str(content / f"dongtai/{name}.md")
        main([str(content), "--file", file, "--all", "--cache", str(tmp_path)])
        said = capsys.readouterr().out
        assert "identity-number" in said
        self.without(said)

    def test_on_the_page_of_findings_and_in_what_a_build_keeps_of_them(self, tmp_path):
        content = self.content(tmp_path)
        build(content, tmp_path)
        page = pages(tmp_path)["preview/findings.html"].decode()
        assert "identity-number" in page
        self.without(page)
        store = Store(tmp_path / "store.sqlite", None)
        sources = store.execute("SELECT value FROM source").fetchall()
        kept = [store.meta("report"), store.meta("findings"), store.meta("configuration")]
        kept += [decode(row[0])[3] for row in sources]
        store.close()
        assert "identity-number" in str(kept)
        self.without(str(kept))

"""A statute split over files is put together in order, or it is an error."""

from datetime import datetime

import pytest

from plugins.clauses.numerals import chinese
from plugins.clock import CHINA
from plugins.commands.import_statutes import import_statutes
from plugins.findings import Severity
from plugins.records.frontmatter import split
from plugins.statutes.source import visible
from plugins.texts.converter import Converter

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
NAMES = ["总则编", "物权编", "合同编", "人格权编", "婚姻家庭编", "继承编", "侵权责任编", "附则"]
ENACTED = "2020年5月28日 第十三届全国人民代表大会第三次会议通过"
TITLE = "中华人民共和国灯法典"


def clauses(first, last, form="第{}条　灯{}要亮。"):
    return [form.format(chinese(n), n) for n in range(first, last + 1)]


def part_body(number, first, last, *, heading=True):
    name = NAMES[number - 1]
    head = f"## 第{chinese(number)}编 {name.removesuffix('编')}" if name != "附则" else "## 附则"
    lines = [head] if heading else []
    lines += ["### 第一章 灯", *clauses(first, last)]
    if number == len(NAMES):
        lines[-1] = f"第{chinese(last)}条　本法自2021年1月1日起施行。"
    return lines


def write(folder, name, *lines, encoding="utf-8"):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n\n".join(lines) + "\n", encoding)
    return file


def imported(tmp_path):
    done = import_statutes(tmp_path / "from", tmp_path / "statutes", NOW)
    texts = {file.stem: file.read_text("utf-8") for file in (tmp_path / "statutes").glob("*.md")}
    return texts, done.findings


def numbers(text):
    body = Converter().convert(split(text, "x.md").body, statute=True)
    return [clause.number.value for clause in body.clauses]


def errors(findings):
    return [each.message for each in findings if each.severity is Severity.ERROR]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "from"


class TestForms:
    """The ways in which collections split a code; each gives one whole record."""

    def check(self, tmp_path, headings=True):
        texts, findings = imported(tmp_path)
        (text,) = texts.values()
        assert errors(findings) == []
        assert numbers(text) == list(range(1, 81))
        shown = [heading.text for heading in Converter().convert(split(text, "").body).headings]
        if headings:
            tops = [each for each in shown if not each.startswith("第一章")]
            assert [visible(each.split(" ")[-1]).removesuffix("编") for each in tops] == [
                name.removesuffix("编") for name in NAMES
            ]
        assert split(text, "").located.data["施行日期"] == "2021-01-01"
        assert [each.rule for each in findings].count("statute-parts") == 1

    def test_the_same_title_in_every_file(self, folder, tmp_path):
        for number, name in enumerate(NAMES, 1):
            body = part_body(number, number * 10 - 9, number * 10)
            head = [f"# {TITLE}", ENACTED, "<!-- INFO END -->"]
            write(folder / "民法商法/灯法典", f"{number:02}-{name}.md", *head, *body)
        self.check(tmp_path)

    def test_the_titles_of_parts_in_a_folder_of_its_name(self, folder, tmp_path):
        for number, name in enumerate(NAMES, 1):
            body = part_body(number, number * 10 - 9, number * 10, heading=False)
            write(folder / "中华人民共和国灯法典", f"{number:02}-{name}.md", f"# {name}", *body)
        self.check(tmp_path)

    def test_no_titles_in_a_folder_of_its_name(self, folder, tmp_path):
        for number in range(1, 9):
            body = part_body(number, number * 10 - 9, number * 10)
            write(folder / "灯法典(2020-05-28)", f"{number}.md", *body)
        self.check(tmp_path)

    def test_the_part_behind_the_title(self, folder, tmp_path):
        for number, name in enumerate(NAMES, 1):
            body = part_body(number, number * 10 - 9, number * 10)
            title = (
                f"# {TITLE} 第{chinese(number)}编 {name}" if name != "附则" else f"# {TITLE}　附则"
            )
            write(folder, f"灯法典{number}.md", title, *body)
        self.check(tmp_path)

    def test_more_than_nine_parts_in_subfolders_and_front_matter(self, folder, tmp_path):
        for number in range(1, 11):
            last = number * 8
            body = ["## 第一章 灯", *clauses(last - 7, last)]
            if number == 10:
                body[-1] = "第八十条　本法自2021年1月1日起施行。"
            front = f"---\ntitle: 第{chinese(number)}编\n---"
            write(
                folder / "灯法典" / f"第{chinese(number)}编",
                f"第{chinese(number)}编.md",
                front,
                *body,
            )
        self.check(tmp_path, headings=False)

    def test_plain_text_files(self, folder, tmp_path):
        for number, name in enumerate(NAMES, 1):
            body = part_body(number, number * 10 - 9, number * 10)
            lines = [line.lstrip("# ") for line in body]
            write(folder / "灯法典", f"{number:02} {name}.txt", *lines, encoding="gb18030")
        self.check(tmp_path, headings=False)


def test_a_foreword_and_annexes_belong_to_the_statute(folder, tmp_path):
    write(folder / "灯法", "00-序言.md", "# 序言", "灯是光明的。")
    write(folder / "灯法", "01-总则.md", "# 总则", *clauses(1, 3))
    write(folder / "灯法", "02-附则.md", "# 附则", "第四条 本法自2020年1月1日起施行。")
    write(folder / "灯法", "附件1 名录.md", "# 附件1　名录", "第一条　甲灯。", "路灯")
    texts, findings = imported(tmp_path)
    (text,) = texts.values()
    assert errors(findings) == []
    body = split(text, "").body
    order = ["## 序言", "灯是光明的。", "## 总则", "第三条", "## 附则", "第四条", "## 附件1　名录"]
    assert sorted(body.index(words) for words in order) == [body.index(words) for words in order]
    assert numbers(text) == [1, 2, 3, 4, 1]


def test_an_annex_beside_its_statute_is_added_to_it(folder, tmp_path):
    write(folder, "灯条例.md", "# 灯条例", "第一条 本条例自2020年1月1日起施行。")
    write(folder, "灯条例-附件1.md", "# 附件1", "路灯名录")
    texts, findings = imported(tmp_path)
    assert list(texts) == ["deng-tiao-li"]
    assert texts["deng-tiao-li"].endswith("## 附件1\n\n路灯名录\n")
    assert errors(findings) == []


def test_an_annex_without_a_statute_is_an_error(folder, tmp_path):
    write(folder, "附件1.md", "# 附件1", "路灯名录")
    texts, findings = imported(tmp_path)
    assert texts == {}
    assert errors(findings) == ["“附件1”是法规的一部分，找不到所属的法规，没有导入"]


class TestWhatCannotBeJoined:
    """Nothing is written of a code with a hole, and nothing is left out without a word."""

    def parts(self, folder, *ranges, names=("01-总则编", "02-物权编", "03-合同编")):
        for name, (first, last) in zip(names, ranges, strict=True):
            head = [f"# {TITLE}", ENACTED, "<!-- INFO END -->"]
            write(folder / "灯法典", f"{name}.md", *head, "## 第一章 灯", *clauses(first, last))

    @pytest.mark.parametrize(
        ("ranges", "message"),
        [
            (
                [(1, 10), (16, 20), (21, 30)],
                "01-总则编.md 到第十条为止，这个文件从第十六条开始，缺条文",
            ),
            (
                [(1, 10), (10, 20), (21, 30)],
                "01-总则编.md 到第十条为止，这个文件从第十条开始，重复",
            ),
            ([(2, 10), (11, 20), (21, 30)], "从第二条开始，前面的文件缺了"),
        ],
    )
    def test_the_place_is_named_and_nothing_written(self, folder, tmp_path, ranges, message):
        self.parts(folder, *ranges)
        texts, findings = imported(tmp_path)
        assert texts == {}
        (found,) = errors(findings)
        assert found == f"《{TITLE}》分在 3 个文件里，合不起来，没有导入：{message}"

    def test_the_numbers_of_the_clauses_tell_the_order_where_the_names_do_not(
        self, folder, tmp_path
    ):
        names = ("合同编", "总则编", "物权编")
        self.parts(folder, (21, 30), (1, 10), (11, 20), names=names)
        texts, findings = imported(tmp_path)
        assert numbers(*texts.values()) == list(range(1, 31))
        assert errors(findings) == []

    def test_one_title_with_two_texts_of_one_day_is_an_error(self, folder, tmp_path):
        for number in (1, 2):
            lines = [f"# {TITLE}", ENACTED, "<!-- INFO END -->", f"第一条 灯{number}。"]
            write(folder / str(number), "灯法典.md", *lines)
        texts, findings = imported(tmp_path)
        assert len(texts) == 1
        (found,) = errors(findings)
        assert "日期都是 2020-05-28，正文却不同，没有导入" in found


class TestWhatIsWhole:
    """Files that only look like parts stay statutes of their own."""

    def test_versions_of_one_statute(self, folder, tmp_path):
        for year in (2010, 2020):
            lines = ["# 灯法", f"第一条 {year}年的灯。", f"第二条 本法自{year}年1月1日起施行。"]
            write(folder / "灯法", f"灯法({year}-01-01).md", *lines)
        texts, findings = imported(tmp_path)
        assert sorted(texts) == ["deng-fa", "deng-fa-2010-01-01"]
        assert errors(findings) == []

    def test_numbered_rules_of_one_name(self, folder, tmp_path):
        for number in ("一", "二"):
            title = f"最高人民法院关于灯的若干问题的规定（{number}）"
            write(folder, f"{title}.md", f"# {title}", f"第一条 灯{number}。")
        texts, findings = imported(tmp_path)
        assert len(texts) == 2
        assert errors(findings) == []


def test_findings_name_the_line_of_the_file_that_they_are_in(folder, tmp_path):
    write(folder / "灯法", "01-总则.md", "# 总则", *clauses(1, 3))
    write(folder / "灯法", "02-分则.md", "# 分则", "第四条 灯要亮。", "监督管理", "第五条 灯。")
    _, findings = imported(tmp_path)
    found = [each for each in findings if each.rule == "statute-stray"]
    assert [(each.path.rpartition("/")[2], each.line) for each in found] == [("02-分则.md", 5)]

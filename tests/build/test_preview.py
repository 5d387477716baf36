"""What a preview says of mistakes, and that nothing of it is ever published."""

import dataclasses

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from plugins.build.options import BuildOptions
from plugins.build.session import BuildSession
from tests.build.built import ROOT, build, nodes, pages
from tests.content_folder import make_content, record

FINDINGS = "preview/findings.html"
GONE = record("没有来源").replace("来源: 办公室\n", "")
FILES = {
    "dongtai/gone.md": GONE,
    "dongtai/marked.md": record("断了", "看[这里](/files/meiyou.pdf)。"),
    "dongtai/text.md": record("网页代码", "前<script>alert(1)</script>后"),
    "dongtai/mild.md": record("没有初审").replace("初审: 甲\n", ""),
    "dongtai/draft.md": record("草稿", "![](/images/emblem.svg)", 状态="草稿"),
}


def soup(folder, path):
    return BeautifulSoup(pages(folder)[path], "lxml")


def words(tag):
    return "".join(tag.get_text().split())


def banner(folder, path="index.html"):
    found = soup(folder, path).select_one("[data-element=preview-notice]")
    return words(found) if found else None


@pytest.fixture
def content(tmp_path):
    return make_content(tmp_path, FILES)


class TestPages:
    @pytest.fixture
    def built(self, tmp_path, content):
        build(content, tmp_path)
        return tmp_path

    def test_the_banner_names_the_files_and_leads_to_the_findings(self, built):
        said = "这是预览，3个文件有错误，改好才能发布。没有显示：dongtai/gone.md。"
        said += "显示了，但有错误：dongtai/marked.md、dongtai/text.md。逐个查看"
        assert banner(built) == banner(built, "dongtai/2026/riji-1.html") == said
        link = soup(built, "dongtai/2026/riji-1.html").select_one(".preview-notice a")
        assert link["href"] == "/preview/findings.html"

    def test_the_banner_has_no_class_of_another_part(self, built):
        sheet = next(data for path, data in pages(built).items() if path.endswith(".css"))
        classes = soup(built, "index.html").select_one("[data-element=preview-notice]")["class"]
        assert classes == ["preview-notice"]
        assert b".preview-notice{" in sheet
        # The words of a clause beside its link are another thing.
        assert sheet.count(b"}.preview{") == 1

    def test_a_record_with_a_mistake_in_its_text_is_shown_and_marked(self, built):
        for path in ("marked", "text"):
            box = soup(built, f"dongtai/2026/{path}.html").select_one(
                ".margin__note [data-element=record-findings]"
            )
            assert words(box).startswith(
                "这篇稿件的问题只在预览里显示。有错误，改好才能发布。错误第9行"
            )
        assert "没有文件“/files/meiyou.pdf”" in words(
            soup(built, "dongtai/2026/marked.html").select_one(".finding__words")
        )

    def test_a_record_with_a_warning_says_so_without_a_banner_of_its_own(self, built):
        box = soup(built, "dongtai/2026/mild.html").select_one("[data-element=record-findings]")
        assert words(box) == (
            "这篇稿件的问题只在预览里显示。"
            "提醒第2行没有写“初审”→填写这一项field-advised全部稿件的问题"
        )

    def test_a_record_without_a_finding_has_no_box(self, built):
        page = soup(built, "dongtai/2026/riji-1.html")
        assert page.select("[data-element=record-findings]") == []

    def test_a_record_that_lacks_a_field_has_no_page(self, built):
        assert "dongtai/2026/gone.html" not in pages(built)

    def test_the_page_of_findings_lists_files_with_errors_first(self, built):
        page = soup(built, FINDINGS)
        listed = [
            (words(file.h2), [words(fact) for fact in file.select(".findings-file__facts span")])
            for file in page.select("[data-element=findings-file]")
        ]
        shown = "显示了，改好错误才能发布"
        assert listed == [
            ("dongtai/gone.md", ["没有显示"]),
            ("断了", ["dongtai/marked.md", shown]),
            ("网页代码", ["dongtai/text.md", shown]),
            ("dongtai/draft.md", ["草稿或还没有到发布时间"]),
            ("没有初审", ["dongtai/mild.md"]),
        ]
        summary = words(page.select_one("[data-element=findings-summary]"))
        assert summary == "5个文件有问题，其中3个有错误。"
        assert page.select_one("h2 a")["href"] == "/dongtai/2026/marked.html"
        assert page.select_one('meta[name="robots"]')["content"] == "noindex"

    def test_a_line_of_it_says_where_what_and_what_to_write(self, built):
        first = soup(built, FINDINGS).select_one(".finding")
        assert first["data-level"] == "error"
        assert words(first) == "错误第2行缺少“来源”→发布科室或转载出处field-required"

    def test_it_is_not_on_the_map(self, built):
        made = pages(built)
        assert b"preview/" not in made["sitemap.xml"] + made["sitemap.html"].partition(b"<main")[2]


def test_without_a_finding_there_is_no_banner_and_the_page_says_so(tmp_path):
    build(make_content(tmp_path), tmp_path)
    assert banner(tmp_path) is None
    assert words(soup(tmp_path, FINDINGS).main).endswith("没有发现问题。")


def test_a_file_that_is_no_record_is_named(tmp_path):
    build(make_content(tmp_path, {"shixiang/items.yml": "[事项"}), tmp_path)
    assert banner(tmp_path) == (
        "这是预览，1个文件有错误，改好才能发布。其他文件：shixiang/items.yml。逐个查看"
    )


def test_many_files_are_counted(tmp_path):
    files = {f"dongtai/n{n}.md": GONE for n in range(7)}
    build(make_content(tmp_path, files), tmp_path)
    assert "没有显示：dongtai/n0.md、dongtai/n1.md等7个。" in banner(tmp_path)


def test_more_files_than_the_page_lists_are_counted(tmp_path, monkeypatch):
    from plugins.views import findings

    monkeypatch.setattr(findings, "MOST_FILES", 2)
    build(make_content(tmp_path, FILES), tmp_path)
    page = soup(tmp_path, FINDINGS)
    assert len(page.select("[data-element=findings-file]")) == 2
    assert "这里列出前2个，全部请用makecheckALL=1查看。" in words(page.main)


class TestRebuilds:
    """What pages say of findings is what a clean build says, and no more pages are made again."""

    def change(self, tmp_path, content, files):
        """Build, change files, build again: what was rendered, as a clean build has it."""
        build(content, tmp_path / "again")
        for path, text in files.items():
            (content / path).write_text(text, encoding="utf-8")
        rendered = {*build(content, tmp_path / "again").rendered}
        build(content, tmp_path / "anew")
        assert pages(tmp_path / "again") == pages(tmp_path / "anew")
        assert nodes(tmp_path / "again") == nodes(tmp_path / "anew")
        return rendered

    def test_the_last_mistake_is_mended(self, tmp_path):
        content = make_content(tmp_path, {"dongtai/gone.md": GONE})
        self.change(tmp_path, content, {"dongtai/gone.md": record("有来源")})
        assert banner(tmp_path / "again") is None

    def test_a_record_breaks(self, tmp_path):
        content = make_content(tmp_path)
        rendered = self.change(tmp_path, content, {"dongtai/riji-1.md": GONE})
        assert {"index.html", "wenda/index.html", FINDINGS} <= rendered
        assert "dongtai/riji-1.md" in banner(tmp_path / "again")

    def test_one_more_warning_leaves_other_pages_as_they_are(self, tmp_path, content):
        text = record("没有复审").replace("初审: 甲\n复审: 乙\n", "")
        rendered = self.change(tmp_path, content, {"dongtai/mild.md": text})
        assert {FINDINGS, "dongtai/2026/mild.html"} <= rendered
        assert "wenda/index.html" not in rendered

    def test_findings_of_a_file_that_is_not_touched_change(self, tmp_path):
        """Its link is dead since another record broke, and lives again."""
        files = {"dongtai/lai.md": record("来", "[去](riji-1.md)")}
        content = make_content(tmp_path, files)
        rendered = self.change(tmp_path, content, {"dongtai/riji-1.md": GONE})
        assert "dongtai/2026/lai.html" in rendered
        box = soup(tmp_path / "again", "dongtai/2026/lai.html").select_one(".finding__words")
        assert "稿件dongtai/riji-1有错误，没有读入" in words(box)


class TestPublished:
    """With `preview` off, as publishconf.py has it."""

    def session(self, tmp_path, content, preview):
        options = BuildOptions(
            *(content, ROOT / "theme", tmp_path / "output", tmp_path / "cache"),
            address="https://a.example",
            relative=False,
        )
        options = dataclasses.replace(options, preview=preview)
        environment = Environment(loader=FileSystemLoader(ROOT / "theme/templates"))
        # The program's fingerprint covers the settings, and so PUBLISHING.
        session = BuildSession(options, f"a program, preview {preview}", lambda: environment)
        try:
            session.prepare()
            session.write(False)
        finally:
            session.close()

    @pytest.fixture(autouse=True)
    def moment(self, monkeypatch):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795395600")

    def test_nothing_of_a_preview_is_published_where_one_was_before(self, tmp_path):
        content = make_content(tmp_path, {"dongtai/mild.md": FILES["dongtai/mild.md"]})
        self.session(tmp_path, content, preview=True)
        assert FINDINGS in pages(tmp_path)
        self.session(tmp_path, content, preview=False)
        made = pages(tmp_path)
        assert not [path for path in made if path.startswith("preview/")]
        html = b"".join(data for path, data in made.items() if path.endswith(".html"))
        assert "没有初审".encode() in html
        for trace in ("preview-notice", "record-findings", "findings.html", "只在预览里"):
            assert trace.encode() not in html

    def test_a_text_with_an_error_stops_it(self, tmp_path):
        files = {"dongtai/text.md": FILES["dongtai/text.md"]}
        content = make_content(tmp_path, files)
        with pytest.raises(SystemExit, match="有错误，没有生成网站"):
            self.session(tmp_path, content, preview=False)
        assert pages(tmp_path) == {}

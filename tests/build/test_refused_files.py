"""A file that must not be published: it is not copied, and whoever names it is told."""

import pytest

from plugins.build.prepare import prepare
from plugins.findings.folding import fold
from tests.build.built import NOW, build, pages
from tests.content_folder import make_content, record
from tests.records.file_samples import EXE, SVG, pdf

BROKEN = pdf()[:300]
PAGE = "dongtai/2026/xin.html"
ATTACHED = "\n  - 文件: files/表.pdf\n    名称: 费用表"


def findings(content):
    found = prepare(content, NOW, assets={}).findings
    return sorted((each.path, each.line, each.rule, each.message, each.hint) for each in found)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_pdf_that_breaks_goes_from_the_site_and_comes_back(tmp_path, workers):
    text = record("新", "见[另一份](/files/表.pdf)。", 附件=ATTACHED)
    content = make_content(tmp_path, {"dongtai/xin.md": text, "files/表.pdf": pdf(3)})
    build(content, tmp_path, workers)
    whole = pages(tmp_path)
    assert "费用表" in whole[PAGE].decode()
    assert "，3页<" in whole[PAGE].decode()
    assert findings(content) == []
    (content / "files/表.pdf").write_bytes(BROKEN)
    build(content, tmp_path, workers)
    left = pages(tmp_path)
    assert whole.keys() - left.keys() == {"files/表.pdf"}
    assert "费用表" not in left[PAGE].decode()
    assert '<span class="dead-link">另一份</span>' in left[PAGE].decode()
    first = "先改正那个文件的错误"
    line = text[: text.index("- 文件")].count("\n") + 1
    said = "文件“files/表.pdf”有错误，没有放上网站"
    again = "用原来的程序打开，另存为一份新的"
    assert findings(content) == [
        ("dongtai/xin.md", line, "dead-file", f"附件：{said}", first),
        ("dongtai/xin.md", text.count("\n"), "dead-link", said, first),
        ("files/表.pdf", 1, "file-content", "文件已损坏，打不开", again),
    ]
    (content / "files/表.pdf").write_bytes(pdf(3))
    build(content, tmp_path, workers)
    assert pages(tmp_path) == whole


def test_what_names_it_goes_with_its_error(tmp_path):
    text = record("新", "见[另一份](/files/表.pdf)。", 附件=ATTACHED)
    content = make_content(tmp_path, {"dongtai/xin.md": text, "files/表.pdf": BROKEN})
    found = prepare(content, NOW, assets={}).findings
    causes = {each.rule: each.cause for each in found}
    assert causes == {"dead-file": "files/表.pdf", "dead-link": "files/表.pdf", "file-content": ""}
    (group,) = fold(found)
    assert group.note == "（另有 2 处由此引起，改好这里就消失）"


def test_nothing_that_runs_is_copied_even_to_a_preview(tmp_path):
    files = {
        "files/x.js": b"alert(document.domain)",
        "files/x.html": b"<script>x()</script>",
        "files/x.pdf": EXE,
        "files/x.svg": SVG,
        "images/x.svg": SVG.replace(b"<path", b"<script/><path"),
        "images/y.svg": SVG,
    }
    build(make_content(tmp_path, files), tmp_path)
    assert files.keys() & pages(tmp_path).keys() == {"images/y.svg"}


def test_a_broken_pdf_prints_nothing(tmp_path, capfd):
    content = make_content(tmp_path, {"files/表.pdf": BROKEN, "files/b.pdf": pdf()[:-30]})
    prepare(content, NOW, assets={})
    assert capfd.readouterr() == ("", "")

"""What a stolen account or a slip puts into a content folder: a finding on its file, no exception,
and nothing on the site that harms.

Each case is here in our own words, and once more as it was handed over in ../shared/cases, where
that folder is there.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.build.prepare import prepare
from tests.build.built import NOW, ROOT, build, pages
from tests.content_folder import make_content, record

SHARED = ROOT.parent / "shared/cases"
WEB_CODE = "只用 Markdown 写正文；样式由模板统一"
# By the name of the shared file: where it is put, our own text, and line, severity, rule, message
# and hint of each finding.
CASES = {
    "clobber.md": (record("题", '<img name="body" alt="甲" src="/images/emblem.svg">'), []),
    "ctrl-body.md": (
        record("题", "退\x08格"),
        [
            (9, "error", "character", "有网页里不能出现的字符〔U+0008〕",
             "删去它；旁边可能丢了字，请对照原稿")
        ],
    ),
    "fake-gov.md": (record("题", r"[政府](https://evil.example\\@gov.cn/)"), []),
    "fullwidth-slash.md": (
        # Read as meant: tests/texts/typed/test_addresses.py.
        record("题", "[原文](https://www.gov.cn／zhengce)"),
        [],
    ),
    "ipv6-link.md": (
        record("题", "[原文](http://[待补充])"),
        [
            (9, "error", "dead-link", "网址“http://[待补充]”写得不对，打不开",
             "从浏览器的地址栏重新复制")
        ],
    ),
    "redirect-xmp.md": (
        record(
            "题",
            '<xmp><p title="</xmp><meta http-equiv=refresh content=0;url=https://b.example/>"></p></xmp>',
        ),
        [(9, "error", "markup-forbidden", "正文里有网页代码“<xmp”，不能使用", WEB_CODE)],
    ),
    "redos-anchor-8k.md": (
        record("题", '<a href="x">' * 667),
        [(9, "error", "markup-deep", "网页代码套了 667 层", "删去，只用 Markdown")],
    ),
    "selfalias.md": (
        record("题", 关键词="&a [*a]"),
        [
            (8, "warning", "front-matter-repair", "“关键词”的内容里有特殊符号，已整句读取",
             "写成 关键词: '&a [*a]'")
        ],
    ),
    "slug-long.md": (
        record("题", 网址名="b" * 260),
        [
            (8, "error", "value", "网址名有 260 个字母，最多 100 个",
             "写短些，如 canchu-laji-guanli-banfa")
        ],
    ),
    "viewbox.svg": (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {"9" * 400} 5"></svg>',
        [
            (1, "error", "svg", f"图片的 viewBox“0 0 {'9' * 35}…”写得不对",
             "从绘图软件另存为“普通 SVG”，或存成 PNG")
        ],
    ),
    "x.js": (
        "alert(1)",
        [
            (1, "error", "file-type", ".js 文件会在读者的浏览器或电脑上运行，不能放上网站",
             "换成 PDF、Word 文档或表格")
        ],
    ),
    "xss-comment.md": (
        record("题", "字<!--><script src=/files/y.js></script> -->"),
        [(9, "error", "markup-forbidden", "正文里有网页代码“<script”，不能使用", WEB_CODE)],
    ),
    "yaml-bomb.md": (
        record("题", 关键词="\n  - &a [x,x,x,x,x,x,x,x,x]\n  - &b [*a,*a,*a]"),
        [
            (9, "error", "front-matter",
             "用“&”和“*”重复引用了一段内容：“- &a [x,x,x,x,x,x,x,x,x]”",
             "把内容照写一遍，不用“&”和“*”")
        ],
    ),
}  # fmt: skip
# How long the conversion of a text takes is measured with the conversion.
ELSEWHERE = {"redos-brackets-8k.md"}
TO_FAKE_HOST = re.compile(r'="[^"<>]*evil\.example')
PLACES = {".md": "dongtai/x.md", ".svg": "images/x.svg", ".js": "files/x.js"}


def text_of(name: str, origin: str) -> bytes:
    if origin == "own":
        return CASES[name][0].encode()
    file = SHARED / "hostile" / name
    if not file.exists():
        pytest.skip(f"{file} is not there: our own text of this case is tested")
    return file.read_bytes()


@pytest.mark.parametrize("origin", ["own", "shared"])
@pytest.mark.parametrize("name", CASES)
def test_a_finding_and_a_site(tmp_path, name, origin):
    place = PLACES[Path(name).suffix]
    content = make_content(tmp_path, {place: text_of(name, origin)})
    found = prepare(content, NOW, assets={}).findings
    assert all(each.path == place for each in found)
    assert [(f.line, str(f.severity), f.rule, f.message, f.hint) for f in found] == CASES[name][1]
    build(content, tmp_path)
    built = pages(tmp_path)
    assert "dongtai/2026/riji-1.html" in built, "one file never stops the others"
    for path, data in built.items():
        if path.endswith(".html"):
            # What an editor wrote as code may be shown, as text.
            text = data.decode()
            assert not TO_FAKE_HOST.search(text) or path in of_fake_host(built), path
            for code in ("/files/x.js", "<xmp", "<meta http-equiv=refresh", "<!-->", 'name="query'):
                assert code not in text, (path, code)


def of_fake_host(built: dict[str, bytes]) -> set[str]:
    """The pages that may name a host that looks like another: with the link, and the prompt."""
    return {path for path in built if path.startswith("leaving/")} | {"dongtai/2026/x.html"}


@pytest.mark.parametrize("origin", ["own", "shared"])
def test_a_host_that_looks_like_a_government_gets_the_prompt(tmp_path, origin):
    text = text_of("fake-gov.md", origin)
    build(make_content(tmp_path, {"dongtai/x.md": text}), tmp_path)
    built = pages(tmp_path)
    page = built["dongtai/2026/x.html"].decode()
    assert 'data-external="https://evil.example\\@' in page
    assert 'href="https://evil' not in page
    prompts = [path for path in built if path.startswith("leaving/")]
    (prompt,) = (path for path in prompts if b"evil.example" in built[path])
    assert f'href="/{prompt}"' in page


def test_every_case_that_was_handed_over_is_one_of_ours():
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is not there")
    assert {file.name for file in (SHARED / "hostile").iterdir()} == CASES.keys() | ELSEWHERE


def test_attachments_that_were_handed_over_are_published(tmp_path):
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is not there: tests/whole_site/test_served.py has such names")
    files = {f"files/{file.name}": file.read_bytes() for file in (SHARED / "files").iterdir()}
    attached = "".join(f"\n  - 文件: {path}" for path in files)
    content = make_content(tmp_path, {**files, "dongtai/x.md": record("题", 附件=attached)})
    assert prepare(content, NOW, assets={}).findings == []
    build(content, tmp_path)
    built = pages(tmp_path)
    assert files.keys() <= built.keys()
    page = built["dongtai/2026/x.html"].decode()
    for address in ("/files/a%231.csv", "/files/%E4%BB%80%E4%B9%88%3F.csv"):
        assert f'href="{address}"' in page

"""Attachments and pictures: which are published, and what an editor reads about the others."""

from random import Random

import pytest

from plugins.bureau.model import Thresholds
from plugins.findings import Severity
from plugins.records.asset_rules import asset_findings
from plugins.records.assets import Assets
from plugins.records.file_types import ACTIVE, TYPES
from tests.records.file_samples import (
    DOCX,
    EXE,
    GOOD,
    JPEG,
    OLE,
    PAGE,
    PNG,
    SVG,
    XLSX,
    archive,
    pdf,
)

ALLOWED = (
    "可以用 .pdf、.ofd、.docx、.xlsx、.pptx、.odt、.ods、.csv、.txt、.zip、"
    ".png、.jpg、.jpeg、.gif、.webp、.mp3、.mp4"
)
AGAIN = "用原来的程序打开，另存为一份新的"


def assets_of(folder, files):
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return Assets(folder, dict.fromkeys(files, (1, 1, 1)))


def found(folder, path, data, **limits):
    assets = assets_of(folder, {path: data})
    findings = list(asset_findings(assets.all(), Thresholds(**limits)))
    assert all(each.path == path for each in findings)
    errors = any(each.severity is Severity.ERROR for each in findings)
    assert (assets.get(path) is None) is errors, "an error keeps a file off the site"
    assert [asset.path for asset in assets.published] == ([] if errors else [path])
    return [(str(each.severity), each.rule, each.message, each.hint) for each in findings]


@pytest.mark.parametrize("path", GOOD)
def test_usual_files(tmp_path, path):
    assert found(tmp_path, path, GOOD[path]) == []


REFUSED = [
    ("files/a.html", PAGE, "file-type", ".html 文件会在读者的浏览器或电脑上运行，不能放上网站",
     "换成 PDF、Word 文档或表格"),
    ("files/a.JS", b"x()", "file-type", ".js 文件会在读者的浏览器或电脑上运行，不能放上网站",
     "换成 PDF、Word 文档或表格"),
    ("images/a.xml", b"<a/>", "file-type", ".xml 文件会在读者的浏览器或电脑上运行，不能放上网站",
     "换成 PDF、Word 文档或表格"),
    ("files/a.svg", SVG, "file-type", "SVG 里能写程序，不能当附件",
     "移到 images/ 当图片，或存成 PNG、PDF"),
    ("files/a.xyz", b"x", "file-type", "不认识“.xyz”这种文件", ALLOWED),
    ("files/README", b"x", "file-type", "文件名没有后缀，读者打不开", ALLOWED),
    ("files/a.pdf", b"", "file-content", "文件是空的", "重新放一份"),
    ("files/a.pdf", PAGE, "file-content", "后缀是 .pdf，内容却是网页", AGAIN),
    ("files/a.csv", PAGE, "file-content", "后缀是 .csv，内容却是网页", AGAIN),
    ("files/a.txt", b"<!--x--><b>", "file-content", "后缀是 .txt，内容却是网页", AGAIN),
    ("files/a.txt", b"\xef\xbb\xbf <?xml version='1.0'?><a/>", "file-content",
     "后缀是 .txt，内容却是XML 文件", AGAIN),
    ("files/a.txt", b"\0\1\2", "file-content", "后缀是 .txt，内容却是不认识的内容", AGAIN),
    ("files/a.xls", PAGE, "file-content", "后缀是 .xls，内容却是网页", AGAIN),
    ("files/a.pdf", EXE, "file-content", "后缀是 .pdf，内容却是程序", AGAIN),
    ("files/a.txt", b"#!/bin/sh\n", "file-content", "后缀是 .txt，内容却是程序", AGAIN),
    ("files/a.zip", archive("META-INF/MANIFEST.MF"), "file-content",
     "后缀是 .zip，内容却是程序", AGAIN),
    ("images/照片.png", JPEG, "file-content", "后缀是 .png，内容却是JPEG 图片", "改名为 照片.jpg"),
    ("images/a.jpg", b"<svg>", "file-content", "后缀是 .jpg，内容却是SVG 图片", "改名为 a.svg"),
    ("files/a.docx", XLSX, "file-content", "后缀是 .docx，内容却是Excel 表格", "改名为 a.xlsx"),
    ("files/a.docx", OLE, "file-content", "后缀是 .docx，内容却是旧版 Office 或 WPS 文件",
     "去掉文件的密码，或另存为 .docx"),
    ("files/a.docx", DOCX[:60], "file-content", "文件已损坏，打不开", AGAIN),
    ("files/a.docx", archive("word/document.xml", "word/vbaProject.bin"), "file-content",
     "文件里有宏（会运行的程序）", AGAIN),
    ("files/a.zip", archive("甲.txt", "装/Setup.EXE"), "file-content",
     "文件里有会运行的文件“装/Setup.EXE”", AGAIN),
    ("files/a.zip", archive("a.txt")[:40], "file-content", "文件已损坏，打不开", AGAIN),
    ("files/a.pdf", pdf()[:300], "file-content", "文件已损坏，打不开", AGAIN),
    ("files/a.pdf", pdf(password="x"), "file-content", "文件加了密码，别人打不开", AGAIN),
    ("images/a.heic", b"\0\0\0\x18ftypheic", "file-form", ".heic 文件很多人打不开",
     "存成 JPG 或 PNG"),
    ("images/a.bmp", b"BM\0\0\0\0", "file-form", ".bmp 文件很多人打不开", "存成 JPG 或 PNG"),
    ("images/a.tif", b"II*\0", "file-form", ".tif 文件很多人打不开", "存成 JPG 或 PNG"),
    ("images/a.svg", SVG.replace(b"path", b"script"), "svg", "图片里有“<script>”",
     "从绘图软件另存为“普通 SVG”，或存成 PNG"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "data", "rule", "message", "hint"), REFUSED)
def test_what_is_kept_off_the_site(tmp_path, path, data, rule, message, hint):
    assert found(tmp_path, path, data) == [("error", rule, message, hint)]


ADVISED = [
    ("files/a.doc", OLE, "file-form", ".doc 文件很多人打不开", "存成 .docx、.xlsx 或 PDF"),
    ("files/a.wps", OLE, "file-form", ".wps 文件很多人打不开", "存成 .docx、.xlsx 或 PDF"),
    ("files/a.wps", DOCX, "file-form", ".wps 文件很多人打不开", "存成 .docx、.xlsx 或 PDF"),
    ("files/a.ppt", OLE, "file-form", ".ppt 文件很多人打不开", "存成 .pptx 或 PDF"),
    ("files/a.rar", b"Rar!\x1a\x07\0", "file-form", ".rar 文件很多人打不开",
     "打成 .zip，或者把里面的文件分别放上"),
    ("files/a.heic", b"\0\0\0\x18ftypmif1", "file-form", ".heic 文件很多人打不开",
     "存成 JPG 或 PNG"),
    ("images/a.pdf", pdf(), "file-form", "images/ 里只放网页能显示的图片，.pdf 文件不是",
     "移到 files/"),
    ("images/a.png", PNG + bytes(1024 * 1024), "file-size",
     "文件有 1.0 MB，超过 1024 KB，手机打开很慢", "缩小尺寸或降低质量，照片存成 JPG"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "data", "rule", "message", "hint"), ADVISED)
def test_what_is_published_with_advice(tmp_path, path, data, rule, message, hint):
    assert found(tmp_path, path, data) == [("warning", rule, message, hint)]


def test_the_limits_are_those_of_the_bureau(tmp_path):
    large = PNG + bytes(200 * 1024)
    assert found(tmp_path, "images/a.png", large, image_kb=201) == []
    assert [each[2] for each in found(tmp_path, "files/a.jpg", JPEG + large, image_kb=100)] == [
        "文件有 200 KB，超过 100 KB，手机打开很慢"
    ]
    big = GOOD["files/a.mp4"] + bytes(2 * 1024 * 1024)
    assert found(tmp_path, "files/a.mp4", big, file_mb=3) == []
    assert found(tmp_path, "files/a.mp4", big, file_mb=1) == [
        (
            "warning",
            "file-size",
            "文件有 2.0 MB，超过 1 MB，手机打开很慢",
            "压缩或分成几个文件",
        )
    ]


def test_no_type_is_both_let_through_and_refused():
    assert not ACTIVE & TYPES.keys()
    for suffix in ("xhtml", "php", "exe", "bat", "cmd", "msi", "scr", "vbs", "jar", "apk", "docm"):
        assert f".{suffix}" in ACTIVE


@pytest.mark.parametrize("path", ["files/a.docx", "files/a.pdf", "images/a.svg", "files/a.odt"])
def test_whatever_the_bytes_a_file_is_described(tmp_path, path):
    """Damage in random places: findings or none, and no exception."""
    random = Random(path)
    good = GOOD[path]
    for _ in range(150):
        data = bytearray(good[: random.randrange(1, len(good) + 1)])
        for _ in range(random.randrange(6)):
            data[random.randrange(len(data))] = random.randrange(256)
        assets = assets_of(tmp_path, {path: bytes(data)})
        for found in asset_findings(assets.all(), Thresholds()):
            assert found.message and found.hint

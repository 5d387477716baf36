"""The photos of leaders that bureau.yml names."""

import struct
import zlib

import pytest

from tests.content_folder import TINY
from tests.relations.test_cross_record_rules import findings

BUREAU = (TINY / "bureau.yml").read_text(encoding="utf-8")
PHOTO = "images/fuzeren-hetian.png"


def png(width=3, height=4, padding=0):
    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    pixels = zlib.compress((b"\0" + b"\xff" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"prVt", bytes(padding))
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


def bureau(photo):
    written = "post: 局长, "
    assert written in BUREAU
    return BUREAU.replace(written, f"{written}photo: {photo}, ", 1)


def said(tmp_path, files):
    return [(str(f.severity), f.rule, f.path, f.message, f.hint) for f in findings(tmp_path, files)]


def test_one_that_is_there(tmp_path):
    assert said(tmp_path, {"bureau.yml": bureau(PHOTO), PHOTO: png()}) == []


def test_one_that_is_missing(tmp_path):
    assert said(tmp_path, {"bureau.yml": bureau(PHOTO)}) == [
        (
            "error",
            "dead-file",
            "bureau.yml",
            f"负责人“禾田”的照片没有文件“{PHOTO}”",
            "把照片放进 content/images/，这里写它的路径；没有照片的，删去 photo 一行",
        )
    ]


@pytest.mark.parametrize("photo", ["files/xuncha.csv", "files/hetian.pdf"])
def test_one_that_is_no_picture(tmp_path, photo):
    files = {"bureau.yml": bureau(photo), "files/hetian.pdf": b"%PDF-1.4\n%%EOF\n"}
    found = [item for item in said(tmp_path, files) if item[2] == "bureau.yml"]
    assert found == [
        (
            "error",
            "dead-file",
            "bureau.yml",
            f"负责人“禾田”的照片“{photo}”不是网页能显示的图片",
            "换成 JPG 或 PNG 图片，放进 content/images/",
        )
    ]


def test_one_that_is_too_large_is_told_as_of_every_picture(tmp_path):
    large = png(padding=1024 * 1024)
    found = said(tmp_path, {"bureau.yml": bureau(PHOTO), PHOTO: large})
    assert ("warning", "file-size", PHOTO) in [item[:3] for item in found]

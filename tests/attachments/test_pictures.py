"""Pictures as they are published: without place, author and camera, to see as before."""

import io
import zlib
from random import Random

import pytest
from PIL import Image

from plugins.attachments import cleaned
from tests.attachments.samples import (
    AIGC,
    CREATOR,
    LABEL,
    PROFILE,
    SPACE,
    exif,
    facts_of,
    jpeg_with,
    picture,
    pixels,
    png_chunk,
    png_texts,
    told,
    xmp,
)

FORMATS = ("JPEG", "PNG", "WEBP")
ALL = exif(location=True, personal=True, orientation=6, copyright="(c) Bureau")
XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
GPS_TOLD = ("image-gps", "info", "照片里记着拍摄地点，已在网站上去除")


def opened(data):
    return Image.open(io.BytesIO(data))


def with_xmp(format, packet):
    if format == "PNG":
        return picture(format, pnginfo=png_texts(**{"XML:com.adobe.xmp": packet.decode()}))
    return picture(format, xmp=packet)


def packet_of(data):
    found = opened(data).info
    packet = found.get("xmp") or found.get("XML:com.adobe.xmp")
    return packet.encode() if isinstance(packet, str) else packet


@pytest.mark.parametrize("format", FORMATS)
class TestEveryFormat:
    def test_nothing_is_left_that_tells_where_by_whom_and_with_what(self, format):
        data = picture(format, exif=ALL, icc_profile=PROFILE)
        clean = cleaned(data, format)
        for word in (b"Zhang San", b"SN-0042"):
            assert word in data and word not in clean
        left = opened(clean).getexif()
        assert opened(data).getexif().get_ifd(0x8825)
        assert not left.get_ifd(0x8825)
        assert set(left) - {0x8769} == {0x0112, 0x8298}

    def test_it_looks_as_before(self, format):
        data = picture(format, exif=ALL, icc_profile=PROFILE)
        clean = cleaned(data, format)
        assert clean != data
        assert pixels(clean) == pixels(data)
        assert opened(clean).info["icc_profile"] == PROFILE
        assert opened(clean).getexif()[0x0112] == 6
        assert opened(clean).getexif()[0x8298] == "(c) Bureau"

    def test_what_is_clean_is_the_same_object(self, format):
        for given in ({}, {"exif": exif(orientation=6)}, {"icc_profile": PROFILE}):
            data = picture(format, **given)
            assert cleaned(data, format) is data
        once = cleaned(picture(format, exif=ALL), format)
        assert cleaned(once, format) is once

    def test_a_label_in_exif_stays(self, format):
        data = picture(format, exif=exif(location=True, personal=True, label=f'{{"AIGC":{LABEL}}}'))
        clean = cleaned(data, format)
        assert LABEL.encode() in clean
        assert b"Zhang San" not in clean and not opened(clean).getexif().get_ifd(0x8825)

    def test_a_label_in_xmp_stays_and_its_author_goes(self, format):
        data = with_xmp(format, xmp(CREATOR, AIGC))
        clean = cleaned(data, format)
        assert "张三".encode() in data and "张三".encode() not in clean
        left = packet_of(clean).decode()
        assert SPACE in left and ">{" in left and LABEL in left.replace("&quot;", '"')
        assert pixels(clean) == pixels(data)
        assert cleaned(clean, format) is clean

    def test_a_packet_of_nothing_but_a_label_stays_as_it_is(self, format):
        data = with_xmp(format, xmp(AIGC))
        assert cleaned(data, format) is data

    def test_another_packet_goes(self, format):
        data = with_xmp(format, xmp(CREATOR))
        clean = cleaned(data, format)
        assert "张三".encode() in data and "张三".encode() not in clean
        assert packet_of(clean) is None
        assert pixels(clean) == pixels(data)

    def test_a_packet_that_can_not_be_read_stays_only_with_a_label(self, format):
        broken = with_xmp(format, xmp(AIGC)[:-5])
        assert cleaned(broken, format) is broken
        other = with_xmp(format, xmp(CREATOR)[:-5].replace(b"AIGC", b"ABCD"))
        assert b"x:xmpmeta" in other and b"x:xmpmeta" not in cleaned(other, format)

    def test_what_is_told(self, format, tmp_path):
        problems = told(tmp_path, picture(format, exif=ALL), format)
        assert problems == [
            GPS_TOLD,
            ("image-metadata", "info", "图片里记着作者、相机所有者、相机序列号，已在网站上去除"),
        ]
        assert told(tmp_path, picture(format), format) == []
        located = xmp("<exif:GPSLatitude>30,15N</exif:GPSLatitude>", CREATOR)
        assert told(tmp_path, with_xmp(format, located), format) == [
            GPS_TOLD,
            ("image-metadata", "info", "图片里记着作者，已在网站上去除"),
        ]

    def test_what_is_known(self, format, tmp_path):
        data = picture(format, exif=ALL)
        facts = facts_of(tmp_path, data, format)
        assert (facts.width, facts.height) == (32, 48), "turned by its orientation"
        assert facts.needs_cleaning and not facts.is_aigc
        assert facts.published_size == len(cleaned(data, format))
        for labelled in (with_xmp(format, xmp(AIGC)), picture(format, exif=exif(label="AIGC{}"))):
            assert facts_of(tmp_path, labelled, format).is_aigc
        plain = facts_of(tmp_path, picture(format), format)
        assert (plain.width, plain.height, plain.needs_cleaning) == (48, 32, False)

    def test_whatever_the_bytes_a_picture_is_cleaned(self, format):
        """Damage in random places: a picture, or the given bytes, and no exception."""
        random = Random(format)
        good = (
            picture(format, exif=ALL, xmp=xmp(CREATOR))
            if format != "PNG"
            else picture(format, exif=ALL)
        )
        for _ in range(300):
            data = bytearray(good[: random.randrange(1, len(good) + 1)])
            for _ in range(random.randrange(6)):
                data[random.randrange(len(data))] = random.randrange(256)
            assert isinstance(cleaned(bytes(data), format), bytes)


class TestJpeg:
    def test_comments_and_captions_go_and_colours_stay(self):
        data = picture()
        for marker, payload in ((0xFE, b"Zhang San"), (0xED, b"Photoshop 3.0\0Zhang San")):
            assert cleaned(jpeg_with(data, marker, payload), "JPEG") == data
        for marker, payload in ((0xEE, b"Adobe\0d\0\0\0\0\1"), (0xEB, b"JP\0\1c2pa")):
            kept = jpeg_with(data, marker, payload)
            assert cleaned(kept, "JPEG") is kept

    def test_a_label_in_a_comment_stays(self):
        labelled = jpeg_with(picture(), 0xFE, f"AIGC:{LABEL}".encode())
        assert cleaned(labelled, "JPEG") is labelled

    def test_what_stands_behind_the_picture_goes_unless_it_is_a_label(self):
        data = picture()
        assert cleaned(data + b"\0\0\0\x18ftypmp42 Zhang San", "JPEG") == data
        labelled = data + xmp(AIGC)
        assert cleaned(labelled, "JPEG") is labelled

    def test_many_scans(self):
        data = picture(progressive=True, exif=ALL)
        clean = cleaned(data, "JPEG")
        assert clean != data and pixels(clean) == pixels(data)

    def test_restarts_within_the_data(self):
        data = picture(exif=ALL, restart_marker_blocks=1)
        clean = cleaned(data, "JPEG")
        assert clean != data and pixels(clean) == pixels(data)

    def test_what_is_told_of_comments(self, tmp_path):
        data = jpeg_with(jpeg_with(picture(), 0xFE, b"x"), 0xED, b"y")
        assert told(tmp_path, data, "JPEG") == [
            ("image-metadata", "info", "图片里记着图片说明、备注，已在网站上去除")
        ]


class TestPng:
    def test_texts_of_people_go(self):
        data = picture("PNG", pnginfo=png_texts(Author="Zhang San", Software="GIMP", Comment="x"))
        clean = cleaned(data, "PNG")
        assert opened(clean).text == {"Software": "GIMP"}
        assert pixels(clean) == pixels(data)

    def test_labels_stay_compressed_or_not(self):
        for name, payload in (
            (b"tEXt", b"AIGC\0" + LABEL.encode()),
            (b"iTXt", b"Comment\0\0\0\0\0AIGC" + LABEL.encode()),
            (b"zTXt", b"Comment\0\0" + zlib.compress(b"AIGC" + LABEL.encode())),
        ):
            plain = picture("PNG")
            labelled = plain[:33] + png_chunk(name, payload) + plain[33:]
            assert cleaned(labelled, "PNG") is labelled

    def test_a_profile_of_an_old_program_goes(self):
        plain = picture("PNG")
        old = plain[:33] + png_chunk(b"tEXt", b"Raw profile type exif\0Zhang San") + plain[33:]
        assert cleaned(old, "PNG") == plain

    def test_what_stands_behind_the_picture_goes(self):
        plain = picture("PNG")
        assert cleaned(plain + b"Zhang San", "PNG") == plain


class TestWebp:
    def test_the_flags_say_what_is_left(self):
        data = picture("WEBP", exif=exif(location=True), xmp=xmp(CREATOR), icc_profile=PROFILE)
        assert data[20] & 0x2C == 0x2C
        assert cleaned(data, "WEBP")[20] & 0x2C == 0x20

    def test_what_stands_behind_the_picture_goes(self):
        plain = picture("WEBP")
        assert cleaned(plain + b"Zhang San", "WEBP") == plain


def test_other_formats_stay_as_they_are():
    data = picture("GIF")
    assert cleaned(data, "GIF") is data
    assert cleaned(b"%PDF-", "PDF") == b"%PDF-"

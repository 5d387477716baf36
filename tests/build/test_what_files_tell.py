"""Pictures and attachments: what they tell of people doesn't reach the site, build after build."""

from plugins.attachments import cleaned
from plugins.attachments.inspect import inspect
from plugins.build import plan, prepare
from plugins.records import assets
from tests.attachments.samples import document, exif, paragraph, picture, pixels
from tests.build.built import NOW, ROOT, build, pages
from tests.content_folder import make_content, record
from tests.privacy.samples import MOBILE

WHOM = (ROOT / "content/whom/_column.yml").read_text(encoding="utf-8")
WHOM = WHOM.replace("group: interaction", "group: together")
PAGE = "dongtai/2026/xin.html"
# Behind the picture stands a film, as some telephones add one.
PRIVATE = picture(exif=exif(location=True, personal=True, orientation=6)) + bytes(50_000)
OTHER = picture(mode="RGB", quality=60, exif=exif(personal=True))


def findings(content):
    found = prepare.prepare(content, NOW, assets={}).findings
    return sorted((each.path, str(each.severity), each.rule) for each in found)


def with_picture(tmp_path, data):
    text = record("新", "![路口](/images/a.jpg)", 附件="\n  - files/b.jpg")
    return make_content(
        tmp_path, {"dongtai/xin.md": text, "images/a.jpg": data, "files/b.jpg": data}
    )


def test_the_published_picture_tells_nothing_and_the_original_is_left(tmp_path):
    content = with_picture(tmp_path, PRIVATE)
    build(content, tmp_path)
    out = pages(tmp_path)
    for path in ("images/a.jpg", "files/b.jpg"):
        assert out[path] == cleaned(PRIVATE, "JPEG") != PRIVATE
        assert pixels(out[path]) == pixels(PRIVATE)
        assert (content / path).read_bytes() == PRIVATE
    assert "2 KB" in out[PAGE].decode() and "50 KB" not in out[PAGE].decode()
    assert 'width="32" height="48"' in out[PAGE].decode()
    assert findings(content) == [
        (path, "info", rule)
        for path in ("files/b.jpg", "images/a.jpg")
        for rule in ("image-gps", "image-metadata")
    ]


def test_a_rebuild_is_what_a_clean_build_is(tmp_path):
    content = with_picture(tmp_path, PRIVATE)
    build(content, tmp_path)
    before = pages(tmp_path)
    for data in (OTHER, picture(), PRIVATE):
        (content / "images/a.jpg").write_bytes(data)
        (content / "files/b.jpg").write_bytes(data)
        build(content, tmp_path)
        fresh = tmp_path / f"fresh{len(data)}"
        fresh.mkdir()
        build(content, fresh)
        assert pages(tmp_path) == pages(fresh)
    assert pages(tmp_path) == before


def test_an_edit_of_a_record_reads_no_attachment(tmp_path, monkeypatch):
    content = with_picture(tmp_path, PRIVATE)
    build(content, tmp_path)

    def never(*_):
        raise AssertionError("read again")

    monkeypatch.setattr(assets, "inspect", never)
    monkeypatch.setattr(plan, "cleaned", never)
    file = content / "dongtai/xin.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    build(content, tmp_path)
    assert "又一段" in pages(tmp_path)[PAGE].decode()


def test_an_attachment_with_a_number_waits_until_the_number_is_the_office_s(tmp_path):
    data = document(paragraph(f"值班手机 {MOBILE}"))
    text = record("新", 附件="\n  - 文件: files/表.docx\n    名称: 值班表")
    content = make_content(tmp_path, {"dongtai/xin.md": text, "files/表.docx": data})
    build(content, tmp_path)
    assert "files/表.docx" not in pages(tmp_path)
    assert "值班表" not in pages(tmp_path)[PAGE].decode()
    assert ("files/表.docx", "error", "personal-mobile") in findings(content)
    bureau = content / "bureau.yml"
    own = f'own_numbers: ["{MOBILE}"]\n'
    bureau.write_text(bureau.read_text(encoding="utf-8") + own, encoding="utf-8")
    build(content, tmp_path)
    assert pages(tmp_path)["files/表.docx"] == data
    assert "值班表" in pages(tmp_path)[PAGE].decode()
    assert findings(content) == []


def test_whether_a_machine_made_it_is_known_of_an_asset(tmp_path):
    data = picture(exif=exif(label='{"AIGC":{"Label":"1"}}'))
    content = with_picture(tmp_path, data)
    site = prepare.prepare(content, NOW, assets={}).site
    assert site.library.assets.get("images/a.jpg").is_aigc
    assert inspect(content / "images/a.jpg", "JPEG").is_aigc


def test_the_numbers_of_whom_to_ask_are_the_office_s(tmp_path):
    data = document(paragraph(f"值班手机 {MOBILE}"))
    content = make_content(tmp_path, {"files/表.docx": data})
    assert ("files/表.docx", "error", "personal-mobile") in findings(content)
    (content / "whom").mkdir()
    (content / "whom/_column.yml").write_text(WHOM, encoding="utf-8")
    topic = (
        f'- 事情: 路灯不亮\n  类别: 市政\n  找谁: 市政公用科\n  电话: "{MOBILE}"\n  时限: 当天\n'
    )
    (content / "whom/topics.yml").write_text(topic, encoding="utf-8")
    assert "files/表.docx" not in [path for path, *_ in findings(content)]

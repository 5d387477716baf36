"""The invented records: valid, the same every time, and as many of each sort as promised."""

import re
from collections import Counter

import pytest

from bench.corpus import read_manifest, write
from bench.corpus.body import body
from bench.corpus.columns import NEWS, SHARES, counts
from bench.corpus.plan import BUILT, CITING, plan
from bench.corpus.statutes import title
from plugins.build.prepare import prepare
from tests.bench.conftest import SIZE


def texts(folder):
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_nothing_is_found_wrong_with_it(corpus):
    folder, _ = corpus
    prepared = prepare(folder / "ours", BUILT, assets={})
    # Events of the corpus have no reports: they are written one by one.
    assert [each for each in prepared.findings if each.rule != "report-due"] == []
    assert len(prepared.site.records) == SIZE


def test_the_same_seed_writes_the_same_bytes(tmp_path):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        (tmp_path / name).mkdir()
        write(30, tmp_path / name, seed)
    first, again, other = (texts(tmp_path / name) for name in "abc")
    assert first == again
    assert first.keys() == other.keys() and first != other


def test_all_three_sites_have_the_same_articles(corpus):
    folder, _ = corpus
    ours, hugo, stock = (
        {file.relative_to(folder / name).as_posix() for file in (folder / name).rglob("*.md")}
        for name in ("ours", "hugo/content", "pelican")
    )
    assert len(ours) == SIZE and ours == hugo == stock


def test_every_column_has_its_share():
    planned = plan(1_000)
    found = Counter(stub.column for stub in planned.stubs)
    assert found == counts(1_000) and sum(found.values()) == 1_000
    assert 0.54 < found[NEWS] / 1_000 < 0.56
    assert sum(stub.rich for stub in planned.stubs) == pytest.approx(200, abs=len(SHARES))


@pytest.mark.parametrize(("size", "citing"), [(SIZE, SIZE // 10), (CITING * 15, CITING)])
def test_so_many_records_are_planned_to_cite_the_marked_clause(size, citing):
    assert len(plan(size).citing) == citing


def test_no_text_links_to_a_record_that_may_be_deleted(corpus):
    folder, manifest = corpus
    assert len(manifest.removable) >= 3
    assert not {*manifest.removable} & {*manifest.ordinary, manifest.newest, manifest.attached}
    text = "".join(file.read_text("utf-8") for file in (folder / "ours").rglob("*.md"))
    assert not [path for path in manifest.removable if f"/{path})" in text]


def test_one_record_has_the_attachment(corpus):
    folder, manifest = corpus
    holding = [
        file.relative_to(folder / "ours").as_posix()
        for file in (folder / "ours").rglob("*.md")
        if manifest.attachment in file.read_text("utf-8")
    ]
    assert holding == [manifest.attached]


def test_exactly_those_records_cite_the_marked_clause(corpus):
    folder, manifest = corpus
    statute = (folder / "ours" / manifest.statute).read_text(encoding="utf-8")
    name = re.search("^标题: (.+)$", statute, re.M)[1]
    assert f"\n{manifest.clause}　" in statute
    cited = f"《{name}》{manifest.clause}"
    found = {
        path.removeprefix("ours/")
        for path, text in texts(folder).items()
        if path.startswith("ours/") and cited in text.decode()
    }
    assert found == set(manifest.citing) and len(found) == SIZE // 10


def test_a_record_has_about_1500_characters():
    planned = plan(200)
    lengths = [
        len(re.findall("[一-鿿]", body(planned, index)))
        for index, stub in enumerate(planned.stubs)
        if stub.kind != "statute"
    ]
    assert 1_300 < sum(lengths) / len(lengths) < 1_700


def test_the_manifest_is_read_as_it_was_written(corpus):
    folder, manifest = corpus
    assert read_manifest(folder) == manifest


def test_the_newest_record_is_the_newest():
    planned = plan(500)
    news = [stub for stub in planned.stubs if stub.column == NEWS]
    assert max(news, key=lambda stub: stub.published) is news[-1]
    assert all(stub.published < BUILT for stub in planned.stubs)


def test_too_few_records_are_refused():
    with pytest.raises(ValueError, match="too few"):
        plan(10)


def test_no_two_statutes_have_one_title():
    titles = [title(place) for place in range(1_000)]
    assert len(set(titles)) == len(titles)

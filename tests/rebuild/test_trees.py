"""The comparison of two trees: nothing that differs is overlooked."""

from tests.rebuild.trees import described, differing, read_tree, without


def tree(folder, **files):
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return read_tree(folder)


def test_the_same(tmp_path):
    assert differing(tree(tmp_path / "a", x="甲"), tree(tmp_path / "b", x="甲")) == []


def test_a_stale_a_missing_and_an_extra_file(tmp_path):
    found = tree(tmp_path / "found", x="甲\n旧\n", extra="乙")
    expected = tree(tmp_path / "expected", x="甲\n新\n", lost="丙")
    assert described(found, expected) == [
        "should not be there: extra.html",
        "is missing: lost.html",
        "differs: x.html",
        "    -旧",
        "    +新",
    ]


def test_an_empty_folder_that_was_left(tmp_path):
    expected = tree(tmp_path / "found")
    (tmp_path / "found/news/2024").mkdir(parents=True)
    assert differing(read_tree(tmp_path / "found"), expected) == ["news/2024/"]


def test_a_file_of_somebody_else_is_left_out(tmp_path):
    found = tree(tmp_path / "found", x="甲", theirs="乙")
    assert without(found, ["theirs.html"]) == tree(tmp_path / "expected", x="甲")

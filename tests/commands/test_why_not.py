"""`make serve` writes only where a built site is or may be."""

import pytest

from plugins.commands.serve import why_not


def write(folder, **files):
    for name, text in files.items():
        file = folder / name.replace("__", "/").replace("_html", ".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def shown(tmp_path):
    return write(tmp_path / "shown", index_html="旧", news__a_html="甲")


class TestWhyNot:
    """A folder that holds anything but a built site is never cleared."""

    def test_a_new_an_empty_and_a_built_folder_may_be_used(self, tmp_path, shown):
        (tmp_path / "empty").mkdir()
        for name in ("missing", "empty", "shown"):
            assert why_not(tmp_path / name, [tmp_path / "content"]) is None

    @pytest.mark.parametrize("output", ["content", "content/site", "."])
    def test_an_output_that_holds_or_lies_in_the_sources_is_refused(self, tmp_path, output):
        assert "重叠" in why_not(tmp_path / output, [tmp_path / "content"])

    def test_a_folder_with_other_files_is_refused(self, tmp_path):
        write(tmp_path / "documents", letter="亲爱的")
        assert "别的文件" in why_not(tmp_path / "documents", [tmp_path / "content"])

    def test_a_file_is_refused(self, tmp_path):
        write(tmp_path, letter="亲爱的")
        assert "是一个文件" in why_not(tmp_path / "letter", [tmp_path / "content"])

"""Edit after edit leaves the memory of a build small."""

from plugins.rebuild import bodies
from tests.build.test_build import build
from tests.content_folder import make_content


def test_what_many_edits_left_comes_together(tmp_path, monkeypatch):
    content, output, cache = make_content(tmp_path), tmp_path / "output", tmp_path / "cache"
    settings = tmp_path / "conf.py"
    settings.write_text(
        "from pelicanconf import *\n"
        "from plugins.rebuild import bodies\n"
        "bodies.MANY = 3\n"
        f"CACHE_PATH = {str(cache)!r}\n",
        encoding="utf-8",
    )
    record = content / "dongtai/riji-1.md"
    counts = []
    for number in range(8):
        record.write_text(f"{record.read_text(encoding='utf-8')}\n又一句{number}。\n", "utf-8")
        result = build(content, output, settings, PYTHONPATH=".")
        assert result.returncode == 0, result.stdout + result.stderr
        counts.append(len(list(cache.rglob("bodies-*"))))
    assert bodies.MANY > 3
    assert max(counts) <= 5
    assert "又一句7。" in (output / "dongtai/2026/riji-1.html").read_text(encoding="utf-8")

"""The theme's files: bundled in order, named by content."""

import base64
import hashlib

import pytest

from plugins.theme.assets import load_theme_assets


def theme(tmp_path, **changed):
    files = {
        "css/tokens.css": "/* tokens */",
        "css/global.css": "/* global */",
        "css/compositions/b.css": "/* b */",
        "css/compositions/a.css": "/* a */",
        "css/blocks/c.css": "/* c */",
        "css/utilities.css": "/* utilities */",
        "js/prefs.js": "prefs",
        "js/site/a.js": "a",
        "js/search.js": "search",
        "icons/favicon.svg": "<svg/>",
        **changed,
    }
    for path, text in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return load_theme_assets(tmp_path)


def test_css_in_the_order_of_its_layers(tmp_path):
    content = theme(tmp_path)["site.css"].content.decode()
    assert content.split("\n") == [
        "/* tokens */", "/* global */", "/* a */", "/* b */", "/* c */", "/* utilities */", ""
    ]  # fmt: skip


def test_the_name_changes_with_the_content_only(tmp_path):
    first = theme(tmp_path / "a")
    same = theme(tmp_path / "b")
    other = theme(tmp_path / "c", **{"css/global.css": "/* other */"})
    assert first["site.css"].address == same["site.css"].address
    assert first["site.css"].address != other["site.css"].address
    assert first["prefs.js"].address == other["prefs.js"].address


def test_integrity_is_the_hash_of_what_is_served(tmp_path):
    asset = theme(tmp_path)["site.js"]
    digest = base64.b64encode(hashlib.sha384(asset.content).digest()).decode()
    assert asset.integrity == f"sha384-{digest}"


def test_a_theme_without_a_piece_says_which(tmp_path):
    theme(tmp_path)
    (tmp_path / "js/prefs.js").unlink()
    with pytest.raises(FileNotFoundError, match=r"prefs\.js"):
        load_theme_assets(tmp_path)

"""The theme's files: bundled in order, named by content."""

import base64
import hashlib

import pytest

from plugins.theme.assets import ThemeAssets, load_theme_assets
from plugins.theme.old_browsers import StyleError


def theme(tmp_path, **changed):
    files = {
        "css/tokens.css": "tokens { top: 0 }",
        "css/global.css": "global { top: 1px }",
        "css/compositions/b.css": "b { top: 2px }",
        "css/compositions/a.css": "a { top: 3px }",
        "css/blocks/c.css": "c { top: 4px }",
        "css/utilities.css": "utilities { inset: 0 }",
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
    assert content == (
        "tokens{top:0}global{top:1px}a{top:3px}b{top:2px}c{top:4px}"
        "utilities{top:0;bottom:0;left:0;right:0}\n"
    )


def test_scripts_are_served_as_they_are_written(tmp_path):
    changed = {"js/site/b.js": "\nb  // said\n"}
    assert theme(tmp_path, **changed)["site.js"].content == b"a\nb  // said\n"


def test_the_name_changes_with_the_content_only(tmp_path):
    first = theme(tmp_path / "a")
    same = theme(tmp_path / "b")
    other = theme(tmp_path / "c", **{"css/global.css": "global { top: 9px }"})
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


def test_a_style_sheet_that_cannot_be_read_is_told_with_its_file(tmp_path):
    with pytest.raises(StyleError, match=r"theme/static/css/blocks/c\.css"):
        theme(tmp_path, **{"css/blocks/c.css": "c { top: 0 } }"})


def test_what_was_made_once_is_not_made_again(tmp_path, monkeypatch):
    theme(tmp_path)
    assets = ThemeAssets(tmp_path)
    monkeypatch.setattr("plugins.theme.assets.load_theme_assets", None)
    assert assets.file(assets["site.css"].address).startswith(b"tokens{")

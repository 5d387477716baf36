"""The texts of a page are changed in context, and nothing else of it is."""

from __future__ import annotations

import pytest

from plugins.languages.markup import Rewriter


def rewrite(html, change, change_attributes):
    return Rewriter(lambda texts: [*map(change, texts)], change_attributes).page(html)


def texts_of(html):
    """The runs of text that are changed together."""
    found = []

    def note(text):
        found.append(text)
        return text

    rewrite(html, note, lambda _name, _values: {})
    return found


def test_text_and_words_in_attributes_are_changed():
    html = '<p class="发" title="发">a发<img alt="发" src="e"></p>'
    changed = rewrite(html, lambda t: t.replace("发", "X"), lambda _n, _v: {})
    assert changed == '<p class="发" title="X">aX<img alt="X" src="e"></p>'


def test_what_has_latin_letters_only_stays():
    html = '<p title="b">c</p>'
    assert rewrite(html, str.upper, lambda _n, _v: {}) == html


def test_a_phrase_is_changed_across_inline_tags():
    assert texts_of("<p>晾<em>干</em>后<br>清运</p><p>这<a href=x>里</a></p>") == [
        "晾干后",
        "清运",
        "这里",
    ]


def test_pieces_stand_where_they_stood():
    turn = {"晾干后": "123"}.get
    html = "<p>晾<em>干</em>后</p>"
    assert rewrite(html, lambda t: turn(t, t), lambda _n, _v: {}) == "<p>1<em>2</em>3</p>"


def test_a_run_that_changes_its_length_is_changed_piece_by_piece():
    html = "<p>发<em>里</em></p>"
    assert rewrite(html, lambda t: t * 2, lambda _n, _v: {}) == "<p>发发<em>里里</em></p>"


@pytest.mark.parametrize(
    "html",
    [
        "<script>发</script>",
        "<style>发{}</style>",
        "<p><code>发<b>里</b></code></p>",
        '<p><a lang="zh-Hans">发</a></p>',
        '<p lang="en">a <b>发</b></p>',
        "<!-- 发 -->",
        '<p id="发" class="发"><a href="#发" data-sort-value="发"></a></p>',
    ],
)
def test_what_is_not_to_be_read_stays(html):
    assert rewrite(html, lambda t: t.replace("发", "X"), lambda _n, _v: {}) == html


def test_text_after_a_part_that_stays_is_changed():
    html = '<p><code>发</code>发<span lang="en">发</span>发</p>'
    changed = rewrite(html, lambda t: t.replace("发", "X"), lambda _n, _v: {})
    assert changed == '<p><code>发</code>X<span lang="en">发</span>X</p>'


def test_an_attribute_may_be_replaced_or_taken_away():
    html = '<a href="x" rel="y">z</a>'
    assert rewrite(html, str, lambda _n, _v: {"href": "q", "rel": None}) == '<a href="q">z</a>'


def test_an_attribute_may_be_added():
    assert rewrite("<p>z</p>", str, lambda _n, _v: {"lang": "x"}) == '<p lang="x">z</p>'


@pytest.mark.parametrize("html", ["<", "a < b", "<p", '<p title="', "</", "<!--", "&lt;发&gt;"])
def test_broken_html_is_given_back(html):
    assert rewrite(html, str, lambda _n, _v: {}) == html

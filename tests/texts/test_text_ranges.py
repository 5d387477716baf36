"""Running text in HTML, and links put into it."""

import pytest

from plugins.texts.text_ranges import Insertion, blocks, insert_links, ranges_of


def link_word(html, word):
    """Every occurrence of `word` in running text, linked."""
    insertions = []
    for block in blocks(html):
        start = block.text.find(word)
        while start >= 0:
            insertions.append(Insertion(ranges_of(block, start, start + len(word)), "<a>"))
            start = block.text.find(word, start + 1)
    return insert_links(html, insertions)


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>见甲乙。</p>", "<p>见<a>甲乙</a>。</p>"),
        ("<p>甲乙</p>\n<p>甲乙</p>", "<p><a>甲乙</a></p>\n<p><a>甲乙</a></p>"),
        ("<p><strong>甲</strong>乙</p>", "<p><strong><a>甲</a></strong><a>乙</a></p>"),
        ("<p>甲</p><p>乙</p>", "<p>甲</p><p>乙</p>"),
        ("<p><code>甲乙</code></p>", "<p><code>甲乙</code></p>"),
        ("<pre>甲乙</pre>", "<pre>甲乙</pre>"),
        ("<p><a href='x'>甲乙</a></p>", "<p><a href='x'>甲乙</a></p>"),
        ("<h2 id='甲乙'>甲乙</h2>", "<h2 id='甲乙'>甲乙</h2>"),
        ('<p><img alt="甲乙" src="x"></p>', '<p><img alt="甲乙" src="x"></p>'),
        ("<p>甲<a>x</a>乙</p>", "<p>甲<a>x</a>乙</p>"),
        ("<p>甲<!-- 甲乙 -->乙</p>", "<p><a>甲</a><!-- 甲乙 --><a>乙</a></p>"),
        ("<ul><li>甲乙</li></ul>", "<ul><li><a>甲乙</a></li></ul>"),
        ("甲乙", "<a>甲乙</a>"),
    ],
)
def test_links_only_in_running_text(html, linked):
    assert link_word(html, "甲乙") == linked


def test_nothing_to_insert_changes_nothing():
    html = "<p>甲 &amp; 乙</p>\n<hr>\n"
    assert insert_links(html, []) == html

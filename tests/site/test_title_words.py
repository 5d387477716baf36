"""A title breaks between its words; they are looked for only when the title is another one."""

import pytest

from plugins.incremental.store import StoreError
from plugins.site.cards import make_card
from tests.states.moment_site import One

AT = "2026-03-04 09:00"
TITLE = "关于加强夜间施工管理的通告"
WORDS = ("关于", "加强", "夜间", "施工", "管理的", "通告")


def card_beside(kept_title=None):
    """The card of a record whose stored card, if there is one, has that title and odd words."""
    site = One("notice", AT, {"标题": TITLE}).site
    record = site.by_id["notice/ben"]
    card = make_card(site, record)

    def stored(_name, _path):
        if kept_title is None:
            raise StoreError("none")
        return card._replace(title=kept_title, words=("旧", "词"))

    site.stored_part = stored
    return make_card(site, record)


@pytest.mark.parametrize(
    ("kept_title", "words"), [(None, WORDS), ("另一个标题", WORDS), (TITLE, ("旧", "词"))]
)
def test_words_are_looked_for_where_the_title_is_another_one(kept_title, words):
    assert card_beside(kept_title).words == words


def test_the_title_of_a_page_may_break_between_them():
    one = One("notice", AT, {"标题": TITLE})
    html = one.text(one.address(one.id))
    assert f'data-element="page-title">{"<wbr>".join(WORDS)}</h1>' in html
    one = One("news", AT, {"标题": TITLE + "&"})
    assert "管理的<wbr>通告&amp;</a></h3>" in one.text("index.html")

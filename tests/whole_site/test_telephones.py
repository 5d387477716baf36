"""Every telephone number that a page of the sample shows is a link that dials it."""

import re

# Cruder than the program's own recogniser, which it judges.
NUMBER = re.compile(
    r"(?<![0-9A-Za-z〔-])(?:0[0-9]{2,3}-[0-9]{7,8}|123(?:45|48|15|19|66|69|33)|"
    r"(?<=打)(?:11[09]|120|9[56][0-9]{3}))(?![0-9元件])"
)
# The words of statutes stay as they were published.
VERBATIM = ".prose--statute, .cited__words, .change__words"


def test_every_telephone_number_is_a_link(pages):
    bare, linked = [], 0
    for path, page in pages.items():
        skipped = set(page.select(f"script, style, template, code, {VERBATIM}"))
        for text in page.body.find_all(string=NUMBER):
            if skipped.isdisjoint(text.parents):
                link = text.find_parent("a")
                if link is None or not link["href"].startswith("tel:"):
                    bare.append(f"{path}: {text.strip()[:60]}")
        linked += len(page.main.select('a[href^="tel:"]'))
    assert bare == []
    assert linked > 300


def test_a_link_dials_the_number_that_it_shows(pages):
    wrong = []
    for path, page in pages.items():
        for link in page.select('a[href^="tel:"]'):
            dialled, shown = (re.sub(r"\D", "", each) for each in (link["href"], link.get_text()))
            if dialled != shown or not re.fullmatch(r"tel:[0-9-]+(;ext=[0-9]+)?", link["href"]):
                wrong.append((path, link["href"], link.get_text()))
    assert wrong == []

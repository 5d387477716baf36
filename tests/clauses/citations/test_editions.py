"""Which text of a statute a writer names."""

import pytest

from plugins.clauses.citations import EARLIER, NEWEST, CitationScanner, edition_of


@pytest.mark.parametrize(
    ("text", "editions"),
    [
        ("《安静法》第九条", [""]),
        ("2017年修正的《安静法》第九条", ["2017"]),
        ("2023年9月1日修订的《安静法》第九条", ["2023"]),
        ("1996年《安静法》第九条", ["1996"]),
        ("《安静法（2021年修订）》第九条", ["2021"]),
        ("《安静法》（2019年8月26日第三次修正）第九条", ["2019", "2019"]),
        ("《安静法》（2009年第一次修正，2017年第二次修正）第九条", ["2017", "2017"]),
        ("《安静法》（国办发〔2017〕47号）第九条", ["", ""]),
        ("原《安静法》第九条", [EARLIER]),
        ("修订前的《安静法》第九条", [EARLIER]),
        ("旧《安静法》第九条", [EARLIER]),
        ("修改以前的《安静法》第九条", [EARLIER]),
        ("新修订的《安静法》第九条", [NEWEST]),
        ("修订后的《安静法》第九条", [NEWEST]),
        ("重新《安静法》第九条，还原《安静法》第八条", ["", ""]),
        ("在2019年，《安静法》第九条", [""]),
        # Repealed, not amended.
        ("原《合同法》第九条，原《中华人民共和国合同法》第十条", ["", ""]),
        # Without 《》.
        ("修订前的行政复议法第九条", [EARLIER]),
        ("行政复议法（2017年修正）第九条", ["2017"]),
        # What goes on with the statute goes on with its text.
        ("2017年修正的《安静法》第九条，该法第十条规定，第十一条规定", ["2017"] * 3),
        ("《安静法》（2017年修正，以下简称《静法》）第九条，《静法》第十条", ["2017"] * 3),
        ("《安静法》（2017年修正，以下简称《静法》），新《静法》第十条", ["2017", NEWEST]),
    ],
)
def test_the_edition_of_each_citation(text, editions):
    found = CitationScanner().scan(text)
    assert [edition_of(citation.title) for citation in found] == editions


def test_two_texts_in_one_sentence():
    text = "原《安静法》第九条即现行《安静法》第二十条"
    found = CitationScanner().scan(text)
    assert [edition_of(citation.title) for citation in found] == [EARLIER, ""]

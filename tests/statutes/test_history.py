"""Events of a head put together as enactments."""

from datetime import date

from plugins.statutes.history import Enactment, enactments, with_version
from plugins.statutes.source import Event


def events(*lines):
    return [Event(date.fromisoformat(day), text, 1) for day, text in lines]


class TestEnactments:
    """One version's steps belong together, whoever takes them."""

    def test_a_local_regulation_is_adopted_approved_and_published(self):
        row = enactments(
            events(
                ("2016-05-31", "云汀市第四届人民代表大会常务委员会第四十三次会议通过"),
                ("2016-07-29", "某省第十二届人民代表大会常务委员会第三十一次会议批准"),
                ("2016-08-09", "云汀市第四届人民代表大会常务委员会公告第37号公布"),
                ("2016-10-01", "施行"),
            )
        )
        assert row == [
            Enactment(
                whole=True,
                adopted=date(2016, 5, 31),
                approved=date(2016, 7, 29),
                published=date(2016, 8, 9),
                number="云汀市第四届人民代表大会常务委员会公告第37号",
            )
        ]

    def test_the_adoption_of_an_amending_decision_is_no_enactment_of_the_whole(self):
        row = enactments(
            events(
                ("2018-10-12", "云汀市人大常委会通过"),
                ("2018-11-30", "某省人大常委会批准"),
                ("2019-12-27", "云汀市人大常委会通过"),
                ("2020-03-26", "某省人大常委会批准的《关于修改〈甲条例〉的决定》修正"),
            )
        )
        assert [(step.whole, step.day) for step in row] == [
            (True, date(2018, 10, 12)),
            (False, date(2020, 3, 26)),
        ]

    def test_a_decision_adopted_and_approved_on_two_lines_stays_one(self):
        row = enactments(
            events(
                ("2000-11-16", "市九届人大常委会通过"),
                ("2003-08-21", "市十届人大常委会通过的《关于修改<甲规定>的决定》修正"),
                ("2003-11-06", "省十届人大常委会批准"),
                ("2015-06-26", "市十二届人大常委会通过"),
            )
        )
        assert [(step.whole, step.day, step.approved) for step in row] == [
            (True, date(2000, 11, 16), None),
            (False, date(2003, 8, 21), date(2003, 11, 6)),
            (True, date(2015, 6, 26), None),
        ]

    def test_an_order_that_revises_is_a_new_whole_with_its_number(self):
        row = enactments(
            events(
                ("2007-04-05", "中华人民共和国国务院令第492号公布"),
                ("2019-04-03", "中华人民共和国国务院令第711号修订"),
            )
        )
        assert row[-1] == Enactment(
            True, published=date(2019, 4, 3), number="中华人民共和国国务院令第711号"
        )

    def test_a_decision_that_revises_changes_only_parts(self):
        row = enactments(events(("2011-01-08", "《国务院关于废止和修改部分的决定》第一次修订")))
        assert row == [Enactment(False, adopted=date(2011, 1, 8), published=date(2011, 1, 8))]

    def test_a_ministrys_publication_completes_the_approval(self):
        row = enactments(events(("1999-07-10", "国务院批准"), ("1999-08-01", "计划委员会发布")))
        assert row == [Enactment(True, approved=date(1999, 7, 10), published=date(1999, 8, 1))]


class TestVersion:
    """The day in the file's name completes what the head tells."""

    adopted = Enactment(True, adopted=date(2020, 12, 29), approved=date(2021, 3, 26))

    def test_shortly_after_the_approval_it_is_the_publication(self):
        (step,) = with_version([self.adopted], date(2021, 4, 8))
        assert (step.published, step.inferred) == (date(2021, 4, 8), True)

    def test_long_after_it_is_an_amendment_that_the_head_left_out(self):
        first, second = with_version([self.adopted], date(2023, 9, 1))
        assert first == self.adopted
        assert (second.whole, second.day, second.inferred) == (False, date(2023, 9, 1), True)

    def test_after_a_stated_publication_it_is_an_amendment_too(self):
        published = Enactment(True, published=date(1992, 6, 28))
        assert len(with_version([published], date(1992, 9, 1))) == 2

    def test_the_day_of_a_stated_publication_adds_nothing(self):
        row = [Enactment(True, published=date(1992, 6, 28))]
        assert with_version(row, date(1992, 6, 28)) == row

    def test_a_revision_that_lost_its_day_is_published_on_it(self):
        (_, step) = with_version([self.adopted, Enactment(True)], date(2024, 1, 5))
        assert (step.whole, step.published) == (True, date(2024, 1, 5))

    def test_without_any_event_it_is_the_first_publication(self):
        assert with_version([], date(2024, 3, 9))[0].published == date(2024, 3, 9)

    def test_without_a_version_nothing_changes(self):
        assert with_version([self.adopted], None) == [self.adopted]

"""What is read inside a reading is noted there and nowhere else; time narrows from both sides."""

import pytest

from plugins.rebuild.reads import (
    BEGINNING,
    END,
    Reads,
    note,
    note_all,
    note_time,
    reached,
    reading,
)


def noted(reads):
    return reads.inputs, reads.since, reads.until


def test_nothing_read_depends_on_nothing_and_is_true_for_ever():
    with reading() as reads:
        pass
    assert noted(reads) == (set(), BEGINNING, END)


def test_what_is_read_is_noted_once():
    with reading() as reads:
        note("card news/a")
        note("card news/a")
        note("records")
    assert reads.inputs == {"card news/a", "records"}


def test_what_is_read_inside_does_not_reach_the_reading_around_it():
    with reading() as outer:
        note("before")
        with reading() as inner:
            note("inside")
            note_time(5, 9)
        note("after")
    assert noted(outer) == ({"before", "after"}, BEGINNING, END)
    assert noted(inner) == ({"inside"}, 5, 9)


def test_a_reading_that_fails_is_over():
    with reading() as outer:
        with pytest.raises(ValueError), reading():
            raise ValueError
        note("after")
    assert outer.inputs == {"after"}


def test_outside_any_reading_nothing_is_noted():
    note("a")
    note_time(1, 2)
    note_all(Reads())
    assert reached(1, 1) is True
    with reading() as reads:
        pass
    assert noted(reads) == (set(), BEGINNING, END)


def test_who_uses_a_kept_value_depends_on_all_that_it_was_made_from():
    with reading() as made:
        note("record news/a")
        note_time(10, 20)
    with reading() as used:
        note("records")
        note_time(15, 30)
        note_all(made)
    assert noted(used) == ({"record news/a", "records"}, 15, 20)
    assert noted(made) == ({"record news/a"}, 10, 20)


def test_several_times_are_true_together():
    with reading() as reads:
        note_time(1, 9)
        note_time(3, 12)
        note_time(2, 7)
    assert (reads.since, reads.until) == (3, 7)


@pytest.mark.parametrize(
    ("now", "answer", "since", "until"),
    [
        (99, False, BEGINNING, 100),
        (100, True, 100, END),
        (101, True, 100, END),
    ],
)
def test_whether_a_moment_is_reached_is_true_on_one_side_of_it(now, answer, since, until):
    with reading() as reads:
        assert reached(100, now) is answer
    assert (reads.since, reads.until) == (since, until)


def test_the_interval_is_just_the_moments_with_the_same_answers():
    moments = (10, 20, 30)

    def answers(now):
        return [reached(moment, now) for moment in moments]

    for now in range(5, 36):
        with reading() as reads:
            answers(now)
        same = [then for then in range(36) if answers(then) == answers(now)]
        assert same == [then for then in range(36) if reads.since <= then < reads.until]

"""What is read inside a reading is noted there and nowhere else; time narrows from both sides."""

import pytest

from plugins.incremental.dependency import Registry
from plugins.incremental.tracking import (
    BEGINNING,
    END,
    Tracker,
    depends_on,
    depends_on_all,
    has_passed,
    track,
    valid_between,
)

REGISTRY = Registry()
CARD = REGISTRY.add("card", lambda key: f"record {key}", "{}", lambda _site, _key: None)
RECORDS = REGISTRY.add("records", lambda _key: "records", "", lambda _site, _key: None)


def tracked(tracker):
    return tracker.dependencies, tracker.since, tracker.until


def test_nothing_read_depends_on_nothing_and_is_true_for_ever():
    with track() as tracker:
        pass
    assert tracked(tracker) == (set(), BEGINNING, END)


def test_what_is_read_is_noted_once():
    with track() as tracker:
        depends_on(CARD, "news/a")
        depends_on(CARD, "news/a")
        depends_on(RECORDS)
    assert tracker.dependencies == {("card", "news/a"), ("records", "")}


def test_what_is_read_inside_does_not_reach_the_reading_around_it():
    with track() as outer:
        depends_on(CARD, "before")
        with track() as inner:
            depends_on(CARD, "inside")
            valid_between(5, 9)
        depends_on(CARD, "after")
    assert tracked(outer) == ({("card", "before"), ("card", "after")}, BEGINNING, END)
    assert tracked(inner) == ({("card", "inside")}, 5, 9)


def test_a_reading_that_fails_is_over():
    with track() as outer:
        with pytest.raises(ValueError), track():
            raise ValueError
        depends_on(CARD, "after")
    assert outer.dependencies == {("card", "after")}


def test_outside_any_reading_nothing_is_tracked():
    depends_on(CARD, "a")
    valid_between(1, 2)
    depends_on_all(Tracker())
    assert has_passed(1, 1) is True
    with track() as tracker:
        pass
    assert tracked(tracker) == (set(), BEGINNING, END)


def test_who_uses_a_kept_value_depends_on_all_that_it_was_made_from():
    with track() as made:
        depends_on(CARD, "news/a")
        valid_between(10, 20)
    with track() as used:
        depends_on(RECORDS)
        valid_between(15, 30)
        depends_on_all(made)
    assert tracked(used) == ({("card", "news/a"), ("records", "")}, 15, 20)
    assert tracked(made) == ({("card", "news/a")}, 10, 20)


def test_several_times_are_true_together():
    with track() as tracker:
        valid_between(1, 9)
        valid_between(3, 12)
        valid_between(2, 7)
    assert (tracker.since, tracker.until) == (3, 7)


@pytest.mark.parametrize(
    ("now", "answer", "since", "until"),
    [
        (99, False, BEGINNING, 100),
        (100, True, 100, END),
        (101, True, 100, END),
    ],
)
def test_whether_a_moment_is_reached_is_true_on_one_side_of_it(now, answer, since, until):
    with track() as tracker:
        assert has_passed(100, now) is answer
    assert (tracker.since, tracker.until) == (since, until)


def test_the_interval_is_just_the_moments_with_the_same_answers():
    moments = (10, 20, 30)

    def answers(now):
        return [has_passed(moment, now) for moment in moments]

    for now in range(5, 36):
        with track() as tracker:
            answers(now)
        same = [then for then in range(36) if answers(then) == answers(now)]
        assert same == [then for then in range(36) if tracker.since <= then < tracker.until]

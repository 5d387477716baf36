"""What has ended since the page was built goes away: theme/static/js/site/now.js."""

from __future__ import annotations

PAST, AHEAD = "2020-01-01T09:00+08:00", "2099-01-01T09:00+08:00"


def item(until, words="事"):
    return f'<dd class="now__item" data-until="{until}">{words}</dd>'


def row(*items):
    return f'<div class="now__row"><dt>活动</dt>{"".join(items)}</div>'


def left(bare, body):
    page = bare(body, "site/now.js")
    return page.locator("body").inner_text().split()


def test_what_is_over_goes_and_the_rest_stays(bare):
    body = f'<section class="now"><h2>现在</h2>{row(item(PAST, "旧"), item(AHEAD, "新"))}</section>'
    assert left(bare, body) == ["现在", "活动", "新"]


def test_a_row_of_which_all_is_over_goes(bare):
    body = f'<section class="now"><h2>现在</h2>{row(item(PAST))}{row(item(AHEAD, "新"))}</section>'
    assert left(bare, body) == ["现在", "活动", "新"]


def test_the_whole_strip_goes_with_its_last_row(bare):
    body = f'<p>页</p><section class="now"><h2>现在</h2>{row(item(PAST))}</section>'
    assert left(bare, body) == ["页"]


def test_a_row_of_places_stays(bare):
    places = '<dd class="now__item">听潮街道2处</dd>'
    body = f'<section class="now"><h2>现在</h2>{row(places)}{row(item(PAST))}</section>'
    assert left(bare, body) == ["现在", "活动", "听潮街道2处"]


def test_a_warning_that_ended_goes_with_its_frame(bare):
    alert = '<div class="alert" data-until="{}">预警</div>'
    around = '<p>页</p><aside class="alerts">{}</aside>'
    page = bare(around.format(alert.format(PAST)), "site/now.js")
    assert page.locator(".alerts").count() == 0
    assert left(bare, around.format(alert.format(PAST) + alert.format(AHEAD))) == ["页", "预警"]

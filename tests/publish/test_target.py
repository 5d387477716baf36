"""Where a site is published to."""

import pytest

from plugins.publish import PublishError, Target, choose_target

SETTINGS = {"PUBLISH_REMOTE": "origin", "PUBLISH_BRANCH": "gh-pages"}


def test_the_first_source_that_has_a_value_wins():
    said = {"PUBLISH_REMOTE": "", "PUBLISH_BRANCH": "site"}
    assert choose_target(said, {"PUBLISH_REMOTE": "gov"}, SETTINGS) == Target("gov", "site")


def test_settings_alone_are_enough():
    assert choose_target({}, {}, SETTINGS) == Target("origin", "gh-pages", cname=None)


def test_a_host_of_its_own_comes_from_a_setting_only():
    target = choose_target(SETTINGS | {"PUBLISH_CNAME": "cg.example.gov.cn"})
    assert target.cname == "cg.example.gov.cn"


@pytest.mark.parametrize(
    ("settings", "missing", "there"),
    [
        ({"PUBLISH_BRANCH": "gh-pages"}, "PUBLISH_REMOTE", "PUBLISH_BRANCH"),
        ({"PUBLISH_REMOTE": "origin", "PUBLISH_BRANCH": None}, "PUBLISH_BRANCH", "PUBLISH_REMOTE"),
    ],
)
def test_what_is_missing_is_named_and_what_is_there_is_not(settings, missing, there):
    with pytest.raises(PublishError) as refused:
        choose_target(settings)
    assert refused.value.reason == "missing-setting"
    assert missing in str(refused.value) and there not in str(refused.value)


def test_both_are_named_at_once():
    with pytest.raises(PublishError, match=r"远程仓库（PUBLISH_REMOTE）、分支（PUBLISH_BRANCH）"):
        choose_target({}, {})

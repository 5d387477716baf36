"""A rebuild equals a clean build, byte for byte, whatever happened in between."""

import os
import zlib

import pytest

from tests.rebuild.operations import EVERY, STOPPING
from tests.rebuild.walk import Walk

STEPS = int(os.environ.get("REBUILD_STEPS", "10"))
SEED = int(os.environ.get("REBUILD_SEED", "1"))

# What others have nothing left to work on after.
ALONE = ("publish_or_preview", "delete_a_column", "go_on_in_the_other_copy", *STOPPING)
NAMES = [name for name in EVERY if name not in ALONE]
BUNDLES = 9
# First what a publisher does, then some of each subject at a time, last what stops a build.
EVERY_SORT = [
    ["publish_or_preview"],
    ["edit_body", "one_more_record", "put_something_into_output", "make_a_draft"],
    ["break_the_date"],
    # What is said of old addresses must be there to be taken away.
    ["claim_an_old_address", "redirect_something"],
    ["drop_an_old_address", "drop_redirects"],
    ["withdraw_something", "break_redirects"],
    # In one step: after a build that failed, all is mended.
    ["break_the_head", "mend", "append_to_an_output", "edit_an_output"],
    *(NAMES[first::BUNDLES] for first in range(BUNDLES)),
    ["mend_everything", "copy_everything"],
    ["delete_a_column", "edit_body"],
    ["go_on_in_the_other_copy"],
    *([name] for name in STOPPING),
    [],
]


@pytest.fixture
def walk(tmp_path, request):
    # Another walk for each test, and the same one each time.
    walk = Walk(tmp_path, SEED + zlib.crc32(request.node.name.encode()))
    yield walk
    walk.project.remove()


def test_every_sort_of_change(walk):
    for names in EVERY_SORT:
        walk.step(names)
    assert set(EVERY) - walk.applied == set()


def test_random_changes(walk):
    for _ in range(STEPS):
        walk.random_step()

"""Everything that may happen between two builds, each by its name.

An operation changes the project and says in a word what it did. It raises Impossible when there is
nothing to do it to.
"""

from random import Random

from tests.rebuild.operations import (
    addresses,
    assets,
    bureau,
    columns,
    memory,
    outputs,
    places,
    plugins,
    programs,
    records,
    stages,
    statutes,
    theme,
    times,
)
from tests.rebuild.project import Impossible, Project

SUBJECTS = (
    records,
    stages,
    statutes,
    bureau,
    columns,
    assets,
    addresses,
    theme,
    programs,
    plugins,
    times,
    outputs,
    memory,
    places,
)
EVERY = {operation.__name__: operation for subject in SUBJECTS for operation in subject.OPERATIONS}

# What keeps a build from ending well. It stands alone in its step: no page could tell of another.
STOPPING = ("break_the_bureau", "break_a_template")
# What makes the next build end well again.
MENDING = ("mend_everything", "preview")
TRIES = 20


def apply(name: str, project: Project, random: Random) -> str:
    """What the operation did. Where chance led it to nothing it is asked again."""
    for _ in range(TRIES):
        try:
            return EVERY[name](project, random)
        except Impossible:
            continue
    raise Impossible(name)

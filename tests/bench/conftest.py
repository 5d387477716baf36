"""One small corpus for the tests that only read it."""

import pytest

from bench.corpus import write

SIZE = 100


@pytest.fixture(scope="package")
def corpus(tmp_path_factory):
    """The folder of a corpus and its manifest."""
    folder = tmp_path_factory.mktemp("corpus")
    return folder, write(SIZE, folder)

"""Ending a command with a sentence where somebody can mend what is wrong."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from plugins.clock import WrongTimeError

logger = logging.getLogger(__name__)


def in_words(main: Callable[..., int]) -> Callable[..., int]:
    """The same command; 1 and a sentence for what the system or the environment refused."""

    @wraps(main)
    def run(*arguments: Any, **options: Any) -> int:
        try:
            return main(*arguments, **options)
        except WrongTimeError as error:
            print(error, file=sys.stderr)
        except BrokenPipeError:
            # Whoever reads what is printed has seen enough: nothing was refused.
            raise
        except OSError as error:
            # Imported here: most runs need no words.
            from plugins.build.system_errors import sentence_for

            logger.debug("the command failed", exc_info=True)
            print(sentence_for(error, Path.cwd()), file=sys.stderr)
        return 1

    return run

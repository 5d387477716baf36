"""How many pages a PDF has, and whether it can be opened at all."""

from __future__ import annotations

import logging
from pathlib import Path

DAMAGED, LOCKED = "已损坏，打不开", "加了密码，别人打不开"


def read_pdf(file: Path) -> tuple[int | None, str]:
    """The number of pages, None where it can't be told, and a fault in words that follow 文件.

    Raises OSError.
    """
    # Imported here: a site without PDF attachments need not pay for it.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    # What it says there is about its own repairs, and names no file.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = len(PdfReader(file).pages)
    except FileNotDecryptedError:
        return None, LOCKED
    except (DependencyError, NotImplementedError):
        # Encrypted in a way that pypdf can't read; others may.
        return None, ""
    except OSError:
        raise
    except Exception:
        # A foreign file can make any part of a parser fail.
        return None, DAMAGED
    return (pages, "") if pages else (None, DAMAGED)

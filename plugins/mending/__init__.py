"""Repairs of sources that never touch what a record says."""

from plugins.mending.mend import Mended, mend

__all__ = ["Mended", "mend"]

"""Whether what is online is what was published: SHA-256 of every file, compared file by file."""

from plugins.integrity.manifest import (
    MANIFEST,
    Manifest,
    manifest_of,
    parse_manifest,
    write_manifest,
)
from plugins.integrity.verify import Difference, UnreachableError, verify_address, verify_folder

__all__ = [
    "MANIFEST",
    "Difference",
    "Manifest",
    "UnreachableError",
    "manifest_of",
    "parse_manifest",
    "verify_address",
    "verify_folder",
    "write_manifest",
]

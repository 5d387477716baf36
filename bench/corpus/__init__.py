"""Generated records of an invented bureau: as many as wanted, the same for the same seed."""

from bench.corpus.folder import Manifest, read_manifest, write

__all__ = ["Manifest", "read_manifest", "write"]

"""The ledger of addresses, brought up to date and committed when a site has been published."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plugins.addresses import LEDGER_FILE, ledger_text, read_ledger
from plugins.publish.repository import Repository

MESSAGE = "网址账本：记下发布过的网址"


def enter_addresses(content: Path, addresses: Iterable[str]) -> bool:
    """Add addresses to the ledger of a content folder and commit it, and nothing else; whether
    there was anything to add.

    Raises GitError where git does not commit it: then the file is written all the same, and the
    next publish refuses to start before it is committed. Raises OSError where it can't be written.
    """
    file, repository = content / LEDGER_FILE, Repository(content)
    before = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    text = ledger_text([*read_ledger(before), *addresses])
    if text == before:
        return False
    file.write_text(text, encoding="utf-8")
    repository.git("add", "--", LEDGER_FILE)
    name = repository.identity()
    identity = [
        option
        for key, value in (("name", "GIT_COMMITTER_NAME"), ("email", "GIT_COMMITTER_EMAIL"))
        for option in (("-c", f"user.{key}={name[value]}") if value in name else ())
    ]
    repository.git(*identity, "commit", "--quiet", "-m", MESSAGE, "--only", "--", LEDGER_FILE)
    return True

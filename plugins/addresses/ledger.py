"""The ledger: every address that was ever published, one on each line of a file, sorted.

Git merges two of them line by line (`merge=union` in .gitattributes), so lines may come out of
order or twice; the next publish writes them in order again.
"""

from __future__ import annotations

from collections.abc import Iterable

# In the content folder; hidden, as nobody need edit it.
LEDGER_FILE = ".ledger"
# What stands in a file whose merge nobody has finished, and comments.
NO_ADDRESS = ("<<<<<<<", "=======", ">>>>>>>", "#")


def read_ledger(text: str) -> dict[str, int]:
    """The addresses, each with the line on which it stands first."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        address = line.strip().lstrip("\ufeff/")
        if address and not address.startswith(NO_ADDRESS):
            found.setdefault(address, number)
    return found


def ledger_text(addresses: Iterable[str]) -> str:
    return "".join(f"{address}\n" for address in sorted({*addresses}))

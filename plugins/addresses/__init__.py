"""Addresses that the site had: the ledger of them, and where those lead that have moved."""

from plugins.addresses.ledger import LEDGER_FILE, ledger_text, read_ledger
from plugins.addresses.model import REDIRECTS_FILE, Claim, Flaw, FlawKind, Moves, Redirect, page_of
from plugins.addresses.moves import resolve
from plugins.addresses.servers import SERVERS, server_rules
from plugins.addresses.written import AddressError, page_elsewhere, read_address

__all__ = [
    "LEDGER_FILE",
    "REDIRECTS_FILE",
    "SERVERS",
    "AddressError",
    "Claim",
    "Flaw",
    "FlawKind",
    "Moves",
    "Redirect",
    "ledger_text",
    "page_elsewhere",
    "page_of",
    "read_address",
    "read_ledger",
    "resolve",
    "server_rules",
]

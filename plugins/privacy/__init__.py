"""Personal data and markings of secrecy in any text: what may not stand on the site."""

from plugins.privacy.check import check_file_name, check_privacy
from plugins.privacy.mask import hide_numbers, without_numbers
from plugins.privacy.model import OwnNumbers, TextTraits, own_numbers

__all__ = [
    "OwnNumbers",
    "TextTraits",
    "check_file_name",
    "check_privacy",
    "hide_numbers",
    "own_numbers",
    "without_numbers",
]

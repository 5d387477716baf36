"""Numbers with their check digits, and texts as the rules get them."""

from plugins.privacy import OwnNumbers, TextTraits, check_privacy
from plugins.privacy.identity import check_digit
from plugins.texts.prose import prose_of_plain, prose_of_record

CASE = TextTraits(is_case=True, tells_of_people=True)
PENALTY = TextTraits(is_case=True, is_penalty=True, tells_of_people=True)
NEWS = TextTraits(tells_of_people=True)
OWN = OwnNumbers(
    numbers=frozenset({"13900000001", "12345"}),
    prefixes=("0599000",),
    domains=("gov.cn",),
    addresses=("zhzf@163.com", "云汀市汀东区听潮路168号3幢2单元501室"),
    names=frozenset({"周砚秋"}),
)
# No such region: the province is real, the rest is not.
REGION = "339900"


def identity(birth="19900101", order="123"):
    digits = f"{REGION}{birth}{order}"
    return digits + check_digit(digits)


def card(head="622000000000000", length=16):
    """The last digit makes the number one that Luhn's check lets pass."""
    digits = head[: length - 1].ljust(length - 1, "0")
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 - place % 2)
        total += value - 9 if value > 9 else value
    return f"{digits}{-total % 10}"


MOBILE = "13800000000"
IDENTITY, IDENTITY_X = identity(), next(n for n in map(identity, [
    f"1990{month:02}{day:02}" for month in range(1, 13) for day in range(1, 29)
]) if n.endswith("X"))  # fmt: skip
CARD, LONG_CARD = card(), card("6217000000000000000", 19)


def found(text, traits=None, path="news/a.md", own=OWN):
    """Rule and severity of what is found in the body of a record."""
    prose = prose_of_record(f"---\n标题: 通知\n---\n{text}", 4)
    return check_privacy(path, prose, own, traits or TextTraits())


def rules(text, traits=None, **given):
    return [(each.rule, str(each.severity)) for each in found(text, traits, **given)]


def in_plain(text, traits=None):
    return check_privacy("files/a.docx", prose_of_plain(text), OWN, traits or TextTraits())

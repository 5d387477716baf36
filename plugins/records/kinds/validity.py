"""What policies and statutes have in common: they take effect, are amended and repealed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plugins.records.formatting import chinese_day
from plugins.records.kinds.base import FindSuccessor
from plugins.records.presentation import Notice

if TYPE_CHECKING:
    from plugins.records.kinds.policy import Policy
    from plugins.records.kinds.statute import Statute

# Of what is not in force yet it is plain.
TONES = {
    "有效": "good",
    "现行有效": "good",
    "已修改": "warn",
    "失效": "stop",
    "废止": "stop",
    "已废止": "stop",
}


def is_repealed(validity: str) -> bool:
    return validity in {"废止", "已废止"}


def validity_notices(
    data: Policy | Statute, reason: str | None, find_successor: FindSuccessor
) -> Iterator[Notice]:
    """`reason` is why it was repealed, or why nothing took its place."""
    if is_repealed(data.validity):
        when = f"已于{chinese_day(data.repealed)}废止" if data.repealed else "已经废止"
        yield Notice("stop", f"本{data.noun}{when}。{reason or ''}", find_successor())
    elif data.validity == "失效":
        yield Notice("stop", f"本{data.noun}已失效，不再作为办事和执法的依据。")
    elif data.validity == "已修改":
        words = f"本{data.noun}已经修改，请以修改后的文本为准。"
        yield Notice("warn", words, find_successor())
    elif data.validity in {"尚未施行", "尚未生效"} and data.effective:
        since = chinese_day(data.effective)
        yield Notice("warn", f"本{data.noun}自{since}起施行，目前尚未施行。")

"""Why a publish did not happen."""

from __future__ import annotations


class PublishError(Exception):
    """Nothing was published. `reason` is for programs and tests, the message for the editor."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason

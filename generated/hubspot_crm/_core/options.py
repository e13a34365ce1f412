"""What a caller may say about one call: options that override those of the client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import UNSET, UnsetType

from .transport import Timeout


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestOptions:
    """Options of one call.

    `timeout`: seconds, a Timeout, or None for no limit; left out, the client's. `headers` are sent
    besides the client's and in place of those of the same name. Their values may be credentials,
    so they are not shown.
    """

    timeout: Timeout | float | None | UnsetType = UNSET
    headers: Mapping[str, str] | None = None

    def __repr__(self) -> str:
        names = None if self.headers is None else sorted(self.headers)
        return f"RequestOptions(timeout={self.timeout!r}, headers={names!r})"

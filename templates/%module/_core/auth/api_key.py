"""API keys in a header, query parameter or cookie."""

from __future__ import annotations

import re
from typing import Literal

from ..secret import Veiled
from .security import KEY, TOKEN, AsyncCredential, Placement, check_early, checked_token


class ApiKey(Veiled, frozen=True):
    """A key in a header, query parameter or cookie called `name`.

    Raises:
        ValueError: The key has characters that are not allowed there.
    """

    name: str
    place: Literal["header", "query", "cookie"]
    credential: AsyncCredential | None

    def __post_init__(self) -> None:
        check_early(self.credential, self._form())

    def placement(self, credential: str) -> Placement:
        return Placement(self.place, self.name, checked_token(credential, self._form()))

    def _form(self) -> re.Pattern[str]:
        return KEY if self.place == "header" else TOKEN

"""HTTP authentication by other schemes than Bearer and Basic: credentials in, header fields out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .security import AsyncCredential, Placement, Secret

_CREDENTIALS = re.compile(r"[!-~]+(?: [!-~]+)*")


@dataclass(frozen=True, slots=True, repr=False)
class HttpScheme:
    """What follows the name of a scheme in the Authorization header.

    For a scheme that answers a challenge (Digest), give a callable that makes the answer, or a
    transport that does.
    """

    scheme: str
    credential: AsyncCredential | None

    def placement(self, credential: str) -> Placement:
        credential = Secret(credential)
        if not _CREDENTIALS.fullmatch(credential):
            raise ValueError("the credential holds control or non-ASCII characters, or nothing")
        name = self.scheme[:1].upper() + self.scheme[1:]
        return Placement("header", "Authorization", Secret(f"{name} {credential}"))

"""HTTP authentication by other schemes than Bearer and Basic: credentials in, header fields out."""

from __future__ import annotations

from dataclasses import dataclass

from ..secret import Secret
from .security import KEY, AsyncCredential, Placement, checked_token


@dataclass(frozen=True, slots=True, repr=False)
class HttpScheme:
    """What follows the name of a scheme, written as in the document, in the Authorization header.

    For a scheme that answers a challenge (Digest), give a callable that makes the answer, or a
    transport that does.
    """

    scheme: str
    credential: AsyncCredential | None

    def placement(self, credential: str) -> Placement:
        value = Secret(f"{self.scheme} {checked_token(credential, KEY)}")
        return Placement("header", "Authorization", value)

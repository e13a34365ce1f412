"""HTTP authentication with schemes other than Bearer and Basic."""

from __future__ import annotations

from dataclasses import dataclass

from ..secret import Secret
from .security import KEY, AsyncCredential, Placement, checked_token


@dataclass(frozen=True, slots=True, repr=False)
class HttpScheme:
    """A credential in the Authorization header, after the name of the scheme as in the document.

    For a scheme that responds to a challenge (Digest), use a callable that computes the response,
    or a transport that does.
    """

    scheme: str
    credential: AsyncCredential | None

    def placement(self, credential: str) -> Placement:
        value = Secret(f"{self.scheme} {checked_token(credential, KEY)}")
        return Placement("header", "Authorization", value)

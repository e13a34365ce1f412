"""HTTP Basic authentication: a user name and a password."""

from __future__ import annotations

import re
from base64 import b64encode

from ..secret import Secret, Veiled
from .security import AsyncCredential, Placement

_USER = re.compile(r"[^\x00-\x1f\x7f:]*")


class Basic(Veiled, frozen=True):
    """A user name and a password (the credential) in the Authorization header, as UTF-8.

    Raises:
        ValueError: The user name has a colon or control characters.
    """

    username: str
    credential: AsyncCredential | None

    def __post_init__(self) -> None:
        if not _USER.fullmatch(self.username):
            raise ValueError("the user name has a colon or control characters")

    def placement(self, credential: str) -> Placement:
        return Placement("header", "Authorization", basic(self.username, credential))


def basic(username: str, password: str) -> Secret:
    """Return the value of an Authorization header for a user name and a password, as UTF-8.

    Newlines at the end of the password are removed.
    """
    password = Secret(password.rstrip("\r\n"))  # files often end in a newline
    return Secret("Basic " + b64encode(f"{username}:{password}".encode()).decode("ascii"))

"""What the environment gives for arguments of a client that are left out."""

from __future__ import annotations

import os
from typing import TypeVar

from ..secret import Secret
from . import security

C = TypeVar("C")


def optional_credential(argument: str, given: C | None, variable: str) -> C | Secret | None:
    """The credential that is given, else that of the environment variable, or None.

    Raises TypeError and ValueError, naming the argument; the value is not shown.
    """
    if given is not None:
        return security.optional_credential(argument, given)
    found = os.environ.get(variable, "")
    return Secret(found) if found.strip() else None


def required_credential(argument: str, given: C | None, variable: str) -> C | Secret:
    """As `optional_credential`. Raises TypeError where there is none."""
    found = optional_credential(argument, given, variable)
    if found is None:
        raise TypeError(
            f"{argument} is left out, and the environment variable {variable} has no value"
        )
    return found


def address(given: str | None, variable: str, default: str) -> str:
    """The base URL that is given, else that of the environment variable, else the document's.

    Raises TypeError where there is none.
    """
    found = given if given is not None else os.environ.get(variable, "").strip() or default
    if not found:
        raise TypeError(
            f"base_url is left out, and the environment variable {variable} has no value"
        )
    return found

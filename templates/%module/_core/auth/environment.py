"""Read arguments of a client that are not given from environment variables."""

from __future__ import annotations

import os
from typing import TypeVar

from msgspec import UNSET as UNSET
from msgspec import UnsetType as UnsetType

from ..secret import Secret
from . import security

C = TypeVar("C")


def optional_credential(argument: str, given: C | UnsetType, variable: str) -> C | Secret | None:
    """Return the given credential, that of the environment variable if it is omitted, or None.

    Raises:
        TypeError: The argument has the wrong type. The message names the argument.
        ValueError: The argument is empty. The message names the argument.
    """
    if not isinstance(given, UnsetType):
        return security.optional_credential(argument, given)
    found = os.environ.get(variable, "")
    return Secret(found) if found.strip() else None


def required_credential(argument: str, given: C | UnsetType, variable: str) -> C | Secret:
    """Return the given credential, or that of the environment variable if it is omitted.

    Raises:
        TypeError: There is no credential, or the argument is None or has the wrong type.
        ValueError: The argument is empty.
    """
    if not isinstance(given, UnsetType):
        return security.required_credential(argument, given)
    found = optional_credential(argument, UNSET, variable)
    if found is None:
        raise TypeError(
            f"{argument} was not passed, and the environment variable {variable} is not set"
        )
    return found


def address(given: str | None, variable: str, default: str) -> str:
    """Return the given base URL, that of the environment variable, or the default of the document.

    Raises:
        TypeError: There is no base URL.
    """
    found = given if given is not None else os.environ.get(variable, "").strip() or default
    if not found:
        raise TypeError(
            f"base_url was not passed, and the environment variable {variable} is not set"
        )
    return found

"""Name the components that parts of other files become."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from specloom.diagnostics import Pointer
from specloom.documents.bundling.files import File

_STRUCTURE = frozenset(("schema", "items", "content", "properties", "allOf", "oneOf", "anyOf"))
_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def component_name(file: File, place: Pointer) -> str:
    """Return a name for a component, from its source location."""
    tokens = [each for each in place if each not in _STRUCTURE and not each.isdigit()]
    stem = PurePosixPath(unquote(urlsplit(file.address).path)).stem
    return _NAME.sub("_", tokens[-1] if tokens else stem).strip("_")[:100] or "Part"


def folded(name: str) -> str:
    """Return a name without what a class name does not distinguish."""
    return re.sub(r"[\W_]", "", name).casefold()


def unique(name: str, taken: Container[str]) -> str:
    """Return a name with a number at its end, if it is taken."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}_{number}"
    return found

"""List the operations of a document with a reader that is independent of specloom."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
Operations = Counter[tuple[str, str]]
"""Operations by method and path, without the names of path parameters."""


def declared(document: Path) -> Operations:
    """Return the operations that the document declares."""
    root = json.loads(document.read_text("utf-8-sig"))
    paths = root.get("paths") or {}
    return Counter(
        normal(method, path)
        for path, item in paths.items()
        if not path.startswith("x-")
        for method in METHODS
        if isinstance(_item(root, item).get(method), dict)
    ) + Counter(
        normal(method, path)
        for path, item in paths.items()
        if not path.startswith("x-")
        for method in _more(root, item)
    )


def normal(method: str, path: str) -> tuple[str, str]:
    """Return a method and a path, independent of the names of parameters and of escapes."""
    bare = re.sub(r"\{[^{}]*\}", "{}", path).partition("#")[0]
    lone_percent = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", bare)
    escaped = quote(lone_percent.encode("utf-8", "surrogatepass"), safe="%{}/!$&'()*+,;=:@-._~")
    return method.upper(), escaped


def _more(root: Any, item: object) -> list[str]:
    more = _item(root, item).get("additionalOperations")
    return list(cast("dict[str, object]", more)) if isinstance(more, dict) else []


def _item(root: Any, item: object) -> Mapping[str, object]:
    for _ in range(10):
        found = cast("dict[str, object]", item) if isinstance(item, dict) else {}
        reference = found.get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#/"):
            return found
        item = root
        for token in reference[2:].split("/"):
            name = token.replace("~1", "/").replace("~0", "~")
            item = item.get(name) if isinstance(item, dict) else None
    return {}

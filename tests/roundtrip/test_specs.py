"""Test every schema of the specs: what the package decodes and encodes is unchanged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.roundtrip.checks import check_round_trip

DOCUMENTS = Path(__file__).parents[2] / "specs" / "documents"
MODULES = {"2025-09": "v2025_09", "2026-03": "v2026_03", "2026-09": "v2026_09", "v4": "v3"}
Found = tuple[str, str, Path]


def _core(name: str) -> Any:
    return import_module(f"hubspot_crm._core.{name}")


@cache
def _document(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_bytes())
    return loaded


def _distinct() -> Iterator[Found]:
    """Yield each model once, with a schema that it is made of."""
    seen: set[int] = set()
    for path in sorted(DOCUMENTS.glob("*/*.json")):
        version = path.parent.name
        module = MODULES.get(version, version)
        models = import_module(f"hubspot_crm.{module}.models")
        for name in json.loads(path.read_bytes()).get("components", {}).get("schemas", {}):
            kind = getattr(models, name, None)
            if kind is not None and id(kind) not in seen:
                seen.add(id(kind))
                yield module, name, path


def _check(found: Found, examples: int) -> None:
    module, name, path = found
    kind = getattr(import_module(f"hubspot_crm.{module}.models"), name)
    root = _document(path)
    check_round_trip(kind, root["components"]["schemas"][name], root, _core, examples)


@pytest.mark.whole
def test_every_schema_of_the_specs() -> None:
    found = list(_distinct())
    assert len(found) > 200
    for each in found:
        _check(each, 30)

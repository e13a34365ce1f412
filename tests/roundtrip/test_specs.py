"""Every schema of the specs: what the package decodes and encodes again is what it was."""

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
EVERY = 12  # one of so many is in the quick suite
Found = tuple[str, str, Path]


def _core(name: str) -> Any:
    return import_module(f"hubspot_crm._core.{name}")


@cache
def _document(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_bytes())
    return loaded


def _distinct() -> Iterator[Found]:
    """Each schema that has a model once in each version, by its name and text."""
    seen: set[tuple[str, str, str]] = set()
    for path in sorted(DOCUMENTS.glob("*/*.json")):
        version = path.parent.name
        module = f"v{version}".replace("-", "_") if version[0].isdigit() else version
        schemas = json.loads(path.read_bytes()).get("components", {}).get("schemas", {})
        for name, schema in schemas.items():
            key = (module, name, json.dumps(schema, sort_keys=True))
            if key not in seen and hasattr(import_module(f"hubspot_crm.{module}.models"), name):
                seen.add(key)
                yield module, name, path


def _check(found: Found, examples: int) -> None:
    module, name, path = found
    kind = getattr(import_module(f"hubspot_crm.{module}.models"), name)
    root = _document(path)
    check_round_trip(kind, root["components"]["schemas"][name], root, _core, examples)


def test_some_schemas_of_the_specs() -> None:
    for found in list(_distinct())[::EVERY]:
        _check(found, 10)


@pytest.mark.whole
def test_every_schema_of_the_specs() -> None:
    found = list(_distinct())
    assert len(found) > 300
    for each in found:
        _check(each, 30)

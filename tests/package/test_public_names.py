"""Test that the package has every pinned public name: calls with their arguments, models with
their attributes."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

PINS = Path(__file__).parents[2] / "specs" / "public-names.txt"
CALL = re.compile(r"call (\S+) (\S+) = ([A-Z]+) (\S+):? ?(.*)")
MODEL = re.compile(r"model (\S+) ([^\s:]+):? ?(.*)")
VERSIONS = ("2025-09", "2026-03", "2026-09", "v3")


def _pins(pattern: re.Pattern[str], version: str) -> Iterator[tuple[str, ...]]:
    for line in PINS.read_text("utf-8").splitlines():
        found = pattern.fullmatch(line)
        if found and found[1] == version:
            yield found.groups()


def _module(version: str, name: str = "") -> Any:
    label = re.sub(r"^(?=\d)", "v", version.replace("-", "_"))
    return import_module(f"hubspot_crm.{label}{name}")


def _parameters(client: Any, call: str) -> list[inspect.Parameter]:
    """Return the parameters of a call; `objects(object_type)` is a resource with an argument."""
    *resource, method = call.split(".")
    for word in resource:
        name, opened, _ = word.partition("(")
        client = getattr(client, name)
        client = client("cars") if opened else client
    return list(inspect.signature(getattr(client, method)).parameters.values())


@pytest.mark.parametrize("version", VERSIONS)
def test_every_pinned_call_takes_its_arguments(version: str) -> None:
    module = _module(version)
    pins = list(_pins(CALL, version))
    assert len(pins) > 400
    for client in (module.HubSpot("token"), module.AsyncHubSpot("token")):
        for _, call, _, _, rest in pins:
            ordered, _, by_name = f" {rest.rpartition('-> ')[0]} ".partition(" * ")
            parameters = _parameters(client, call)
            by_position = [each.name for each in parameters if each.kind != each.KEYWORD_ONLY]
            assert by_position[: len(ordered.split())] == ordered.split(), call
            assert set(by_name.split()) <= {each.name for each in parameters}, call


@pytest.mark.parametrize("version", VERSIONS)
def test_every_pinned_model_has_its_attributes(version: str) -> None:
    models = _module(version, ".models")
    pins = list(_pins(MODEL, version))
    assert len(pins) > 100
    for _, name, attributes in pins:
        model = getattr(models, name)
        assert set(attributes.split()) <= set(getattr(model, "__struct_fields__", ())), name

"""Documents of schemas, and an object that is decoded and encoded."""

from __future__ import annotations

from typing import Any

from tests.generate.support import HEAD, Package

THING = (
    'responses: {"200": {description: A thing., '
    'content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}'
)


def document_of(schemas: str, head: str = HEAD, paths: str = "") -> str:
    indented = "".join(f"    {line}\n" for line in schemas.strip().splitlines())
    paths = paths or f"  /things: {{get: {{{THING}}}}}\n"
    return f"{head}paths:\n{paths}components:\n  schemas:\n{indented}"


def thing_of(package: Package, data: dict[str, Any], *misfits: str) -> Any:
    """Return the model of an object, which must encode to the same object."""
    thing = package.models.Thing.from_dict(data)
    assert list(thing.misfits) == list(misfits)
    assert thing.to_dict() == data
    return thing

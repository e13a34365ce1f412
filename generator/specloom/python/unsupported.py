"""Find what has no form in the client: an interned Api in, a warning for each such thing out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specloom.diagnostics import Diagnostic, Location, Severity
from specloom.ir import InternedApi, ObjectSchema, Operation

STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


def is_field(wire_name: str) -> bool:
    """Whether a property can be a field of a model: msgspec takes no other names."""
    return re.search(r'[\\"\x00-\x1f\ud800-\udfff]', wire_name) is None


def unsupported(interned: InternedApi) -> tuple[Diagnostic, ...]:
    """One warning for each property without a field, and for what raises when it is sent."""
    return (
        *(
            Diagnostic(
                "unsupported-property",
                f"no field can be named {each.wire_name!r}",
                "it stays among the unknown fields of the model, with nothing lost",
                each.location,
                Severity.WARNING,
            )
            for schema in interned.api.schemas.values()
            if isinstance(schema, ObjectSchema)
            for each in schema.properties
            if not is_field(each.wire_name)
        ),
        *(
            Diagnostic(
                code,
                message,
                "the call is generated, and raises NotImplementedError when this is given",
                location,
                Severity.WARNING,
            )
            for implementation in interned.implementations
            for operation in implementation.operations
            for code, message, location in _found(operation)
        ),
    )


def _found(operation: Operation) -> Iterator[tuple[str, str, Location]]:
    for each in operation.parameters:
        if each.style != STYLES[each.place]:
            message = f"a {each.place} parameter of style {each.style} cannot be sent yet"
            yield "unsupported-style", message, each.location

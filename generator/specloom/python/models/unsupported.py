"""Find the properties that a model cannot represent."""

from __future__ import annotations

import re

from specloom.diagnostics import Diagnostic, Severity
from specloom.ir import InternedApi, ObjectSchema


def is_field(wire_name: str) -> bool:
    """Return whether a property can be a field of a model. msgspec does not accept all names."""
    return re.search(r'[\\"\x00-\x1f\ud800-\udfff]', wire_name) is None


def unsupported(interned: InternedApi) -> tuple[Diagnostic, ...]:
    """Return a warning for each property that cannot be a field."""
    return tuple(
        Diagnostic(
            "unsupported-property",
            f"{each.wire_name!r} cannot be the name of a field",
            "the value is one of the unknown fields of the model; nothing is lost",
            each.location,
            Severity.WARNING,
        )
        for schema in interned.api.schemas.values()
        if isinstance(schema, ObjectSchema)
        for each in schema.properties
        if not is_field(each.wire_name)
    )

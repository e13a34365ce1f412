"""Scalars that msgspec has no form for: JSON in, a value of a class that reads it out, and back.

Such a class has `from_wire`, a class method that raises ValueError for what it cannot read, and
`to_wire`, which gives what JSON knows.
"""

from __future__ import annotations

from typing import Any


def read(kind: Any, value: object) -> Any:
    """The value of a class of its own. Raises ValueError where the class does not read it."""
    from_wire = getattr(kind, "from_wire", None)
    return value if from_wire is None else from_wire(value)  # msgspec checks what it is


def has_wire_form(value: object) -> bool:
    return hasattr(type(value), "to_wire")


def written(value: Any) -> object:
    """What JSON has for a value that has a wire form."""
    return value.to_wire()

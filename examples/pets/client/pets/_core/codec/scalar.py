"""Support scalars with a class of their own, which msgspec does not know.

Such a class has a class method `from_wire`, which raises ValueError for a value that it cannot
read, and a method `to_wire`, which returns a JSON value.
"""

from __future__ import annotations

from typing import Any


def read(kind: Any, value: object) -> Any:
    """Read a JSON value as a custom class. Other types are checked by msgspec.

    Raises:
        ValueError: The class cannot read the value.
    """
    from_wire = getattr(kind, "from_wire", None)
    return value if from_wire is None else from_wire(value)  # msgspec checks its type


def has_wire_form(value: object) -> bool:
    return hasattr(type(value), "to_wire")


def written(value: Any) -> object:
    """Return the JSON value of a scalar that has a wire form."""
    return value.to_wire()

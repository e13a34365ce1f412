"""Read strings that some responses have as a JSON integer, such as ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    NumericString = str
else:

    class _IsString(type):
        def __instancecheck__(cls, instance: object) -> bool:
            return isinstance(instance, str)

    class NumericString(metaclass=_IsString):
        """The type of such a field. Its values are instances of str."""

        @classmethod
        def from_wire(cls, wire: object) -> str:
            """Return a string, or the digits of an integer.

            Raises:
                ValueError: The value is neither.
            """
            if isinstance(wire, str) or type(wire) is int:
                return str(wire)
            raise ValueError("neither a string nor an integer")

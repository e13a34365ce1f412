"""Build examples that are valid for a type from sample values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from specs.authoring.cells import Cell, Json, unknown
from specs.authoring.notation import ArrayOf, Enumeration, OneOf, Reference, Scalar, Type
from specs.authoring.rows import Field, Schema


@dataclass(frozen=True, slots=True)
class Examples:
    """Builds examples of `schemas` with the values of `sample`, or of `by_type` if there is none."""

    schemas: Mapping[str, Schema]
    sample: Mapping[str, Json]
    by_type: Mapping[str, Json]

    def of_cell(self, cell: Cell) -> Json:
        """Return the example in a cell, with `$name`s filled in. Raises TableError for an unknown name."""
        match cell.value:
            case str(text) if text.startswith("$"):
                if text[1:] not in self.sample:
                    raise unknown(cell, "value of the sample", text[1:], self.sample)
                return self.sample[text[1:]]
            case tuple(elements):
                return [self.of_cell(element) for element in elements]
            case Mapping() as members:
                return {name: self.of_cell(member) for name, member in members.items()}
            case _:
                return cell.plain()

    def of_type(self, type_: Type, at: Cell, within: tuple[str, ...] = ()) -> Json:
        """Return an example of a type; of a schema, its required fields and the optional ones in `shown`.

        `at` is the cell that has the type; `within` are the schemas that are being shown already.

        Raises:
            TableError: the table gives no example, and none can be built.
        """
        match type_:
            case Reference(name=name) if name in within:
                what = f"the example would contain itself: {' > '.join((*within, name))}"
                raise at.error(what, "end the cycle with an `example:` such as []")
            case Reference(name=name):
                return self.of_schema(self.schemas[name], (*within, name))
            case ArrayOf(items=items):
                return [self.of_type(items, at, within)]
            case OneOf(options=options):
                return self.of_type(options[0], at, within)
            case Enumeration(values=values):
                return values[0]
            case Scalar(type=type_name, format=format_) if (
                name := f"{type_name}({format_})" if format_ else type_name
            ) in self.by_type:
                return self.by_type[name]
            case _:
                what = "an example contains this property, but it has no example"
                raise at.error(what, "add `example:` to the row")

    def of_schema(self, schema: Schema, within: tuple[str, ...] = ()) -> Json:
        """Return an example of a schema. Raises TableError."""
        if schema.type is not None:
            return self.of_type(schema.type, schema.cell, within)
        shown: dict[str, Json] = {}
        for field in schema.fields:
            if field.required or field.wire_name in schema.shown:
                shown[field.wire_name] = self.of_field(field, within)
        return shown

    def of_field(self, field: Field, within: tuple[str, ...] = ()) -> Json:
        """Return the example of one field. Raises TableError."""
        if field.example is not None:
            return self.of_cell(field.example)
        return self.of_type(field.type, field.cell, within)


def has_own_example(field: Field) -> bool:
    """Return whether the example of a field may be at the field itself: that of a scalar may."""
    return field.example is not None and isinstance(field.type, Scalar | Enumeration)

"""Plan the fields of parameters, bodies and models: trees of properties that open."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from specloom.documents.document import Node
from specloom.ir import (
    Array,
    Map,
    MediaType,
    ObjectSchema,
    Parameter,
    Property,
    Reference,
    Schema,
    SchemaId,
    Type,
    Union,
    types_in,
)
from specloom.reference.planning.sources import MISSING, Sources, default_of, example_of
from specloom.reference.planning.types import (
    format_of,
    innermost,
    is_nullable,
    label,
    limits_of,
    options_of,
    resolved,
    shown_json,
)
from specloom.reference.views import BodyView, FieldView

DEPTH = 5
"""How deep fields open on one page; deeper ones are on the page of their model."""
MOST_FIELDS = 160
"""How many fields one body opens on a page. Beyond, the pages of models have them."""
LONGEST_EXAMPLE = 80


class Fields:
    """Plans fields. `pages` has the page and the name of each model."""

    def __init__(
        self,
        schemas: Mapping[SchemaId, Schema],
        sources: Sources,
        pages: Mapping[SchemaId, tuple[str, str]],
    ) -> None:
        self._schemas = schemas
        self._sources = sources
        self._pages = pages
        self._known: dict[tuple[Type, bool], tuple[tuple[FieldView, ...], bool]] = {}

    def body(
        self, content: tuple[MediaType, ...], *, is_sent: bool, description: str, required: bool
    ) -> BodyView | None:
        """Return the view of a body, None if it has no content."""
        if not content:
            return None
        types = types_in(content[:1]) or types_in(content)
        fields: tuple[FieldView, ...] = ()
        is_choice = False
        page = name = written = ""
        if types:
            fields, is_choice = self.of(types[0], is_sent=is_sent)
            page, name = self.model(types[0])
            written = label(types[0], self._schemas)
        return BodyView(
            media_types=tuple(dict.fromkeys(each.media_type for each in content)),
            type=written,
            fields=fields,
            is_choice=is_choice,
            model=page,
            model_name=name,
            description=description,
            required=required,
        )

    def of(self, type_: Type, *, is_sent: bool) -> tuple[tuple[FieldView, ...], bool]:
        """Return the fields inside a type, and whether they are alternatives."""
        key = (type_, is_sent)
        if key not in self._known:
            budget = [MOST_FIELDS]
            self._known[key] = self._inside(type_, is_sent, (), budget)
        return self._known[key]

    def model(self, type_: Type) -> tuple[str, str]:
        """Return the page and the name of the model inside a type, empty strings if there is none."""
        found = innermost(type_, self._schemas)
        return self._pages.get(found.schema, ("", "")) if isinstance(found, Reference) else ("", "")

    def parameter(self, parameter: Parameter, node: Node | None, bound: str = "") -> FieldView:
        """Return the view of a parameter; `bound` is its value where the resource provides it."""
        example = example_of(node)
        default: object = parameter.default
        children, is_choice = self.of(parameter.type, is_sent=True)
        page, name = self.model(parameter.type)
        return FieldView(
            name=parameter.wire_name,
            type=label(parameter.type, self._schemas),
            description=parameter.description,
            required=parameter.required,
            format=format_of(parameter.type, self._schemas),
            default="" if default is None or default == () else shown_json(default),
            example=bound or ("" if example is MISSING else _short(example)),
            options=options_of(parameter.type, self._schemas),
            limits=limits_of(parameter.constraints),
            model=page,
            model_name=name,
            children=children,
            is_choice=is_choice,
            nullable=is_nullable(parameter.type, self._schemas),
            deprecated=parameter.deprecated,
        )

    def headers(self, key: SchemaId) -> tuple[FieldView, ...]:
        """Return the headers of a response."""
        schema = self._schemas[key]
        if not isinstance(schema, ObjectSchema):
            return ()
        return tuple(self._property(schema, each, False, (), [50]) for each in schema.properties)

    def _inside(
        self, type_: Type, is_sent: bool, above: tuple[SchemaId, ...], budget: list[int]
    ) -> tuple[tuple[FieldView, ...], bool]:
        found = innermost(type_, self._schemas)
        if len(above) >= DEPTH or budget[0] <= 0:
            return (), False
        if isinstance(found, Reference) and found.schema not in above:
            schema = self._schemas[found.schema]
            if isinstance(schema, ObjectSchema):
                return self._properties(schema, is_sent, above, budget), False
        if isinstance(found, Union):
            return self._alternatives(found, is_sent, above, budget), True
        return (), False

    def _properties(
        self, schema: ObjectSchema, is_sent: bool, above: tuple[SchemaId, ...], budget: list[int]
    ) -> tuple[FieldView, ...]:
        shown = [
            each
            for each in schema.properties
            if not (each.read_only if is_sent else each.write_only)
        ]
        budget[0] -= len(shown)
        # The required ones come first, as people fill them in.
        shown.sort(key=lambda each: not each.required)
        return tuple(self._property(schema, each, is_sent, above, budget) for each in shown)

    def _property(
        self,
        schema: ObjectSchema,
        property_: Property,
        is_sent: bool,
        above: tuple[SchemaId, ...],
        budget: list[int],
    ) -> FieldView:
        node = self._sources.property(schema.id, property_.wire_name)
        default, example = default_of(node), example_of(node)
        children, is_choice = self._inside(property_.type, is_sent, (*above, schema.id), budget)
        page, name = self.model(property_.type)
        return FieldView(
            name=property_.wire_name,
            type=label(property_.type, self._schemas),
            description=property_.description,
            required=property_.required,
            format=format_of(property_.type, self._schemas),
            default="" if default is MISSING else _short(default),
            example="" if example is MISSING else _short(example),
            options=options_of(property_.type, self._schemas),
            limits=limits_of(property_.constraints),
            model=page,
            model_name=name,
            children=children,
            is_choice=is_choice,
            nullable=is_nullable(property_.type, self._schemas),
            deprecated=property_.deprecated,
            read_only=property_.read_only,
            write_only=property_.write_only,
        )

    def _alternatives(
        self, union: Union, is_sent: bool, above: tuple[SchemaId, ...], budget: list[int]
    ) -> tuple[FieldView, ...]:
        found: list[FieldView] = []
        if all(isinstance(innermost(each, self._schemas), Reference) for each in union.members):
            budget[0] -= len(union.members)
        for each in union.members:
            inner = resolved(each, self._schemas)
            page, name = self.model(each)
            children, is_choice = self._inside(each, is_sent, (*above, *_marks(each)), budget)
            written = label(inner, self._schemas)
            suffix = "[]" if isinstance(inner, Array) else ""
            view = FieldView(
                name=f"{name}{suffix}" if name and not isinstance(inner, Map) else written,
                type=written,
                format=format_of(each, self._schemas),
                options=options_of(each, self._schemas),
                model=page,
                model_name=name,
                children=children,
                is_choice=is_choice,
                description=self._description(each),
            )
            found.append(view if name else replace(view, type=""))
        return tuple(found)

    def _description(self, type_: Type) -> str:
        found = innermost(type_, self._schemas)
        return self._schemas[found.schema].description if isinstance(found, Reference) else ""


def _marks(type_: Type) -> tuple[SchemaId, ...]:
    """Return a mark that counts as a step down, so that unions of unions end."""
    return (SchemaId(f"union {type(type_).__name__}"),)


def _short(value: object) -> str:
    written = shown_json(value)
    return written if len(written) <= LONGEST_EXAMPLE else f"{written[:LONGEST_EXAMPLE]}…"

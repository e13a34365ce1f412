"""Plan the models of a version: schemas and names in, a `ModelsView` out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from specloom.ir import (
    AliasSchema,
    ApiVersion,
    Array,
    EnumSchema,
    InternedApi,
    Map,
    Nullable,
    ObjectSchema,
    Operation,
    Property,
    Reference,
    Schema,
    SchemaId,
    Type,
    Union,
)
from specloom.python.annotations import Annotator
from specloom.python.docstrings import docstring, limits, literal, sentence
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.unsupported import is_field
from specloom.python.views import AliasView, ClassView, FieldView, ModelsView


def plan_models(
    version: ApiVersion, layout: Layout, annotator: Annotator, fillable: frozenset[SchemaId]
) -> ModelsView:
    """The models that a version brings, and the names of those that it shares with older ones."""
    module = layout.models(version.name)
    schemas = layout.interned.api.schemas
    own = [schemas[key] for key in version.schemas if layout.home(key) == module]
    own.sort(key=lambda schema: layout.names.schemas[schema.id])
    exports = sorted(layout.names.schemas[key] for key in version.schemas)
    imports = Imports(module, defined=[layout.names.schemas[schema.id] for schema in own])
    objects = [each for each in own if isinstance(each, ObjectSchema)]
    classes = tuple(_class(each, layout, annotator, imports, fillable) for each in objects)
    enums = [each for each in own if isinstance(each, EnumSchema)]
    aliases = _in_order([each for each in own if isinstance(each, AliasSchema)], annotator)
    enum_views = tuple(_alias(each, layout, annotator, imports) for each in enums)
    alias_views = tuple(_alias(each, layout, annotator, imports) for each in aliases)
    for key in version.schemas:
        imports.name(layout.home(key), layout.names.schemas[key])
    return ModelsView(
        docstring=docstring(f"Models of {_title(version)}."),
        imports=imports.lines(),
        exports=tuple(exports),
        enums=enum_views,
        classes=classes,
        aliases=alias_views,
    )


def fillable_schemas(interned: InternedApi) -> frozenset[SchemaId]:
    """The schemas that a request may hold: people fill these, so any list or mapping must do."""
    waiting: list[Type] = []
    for implementation in interned.implementations:
        for operation in implementation.operations:
            waiting += _sent(operation)
    found: set[SchemaId] = set()
    while waiting:
        for key in _references(waiting.pop()):
            if key not in found:
                found.add(key)
                waiting += _members(interned.api.schemas[key])
    return frozenset(found)


def _title(version: ApiVersion) -> str:
    return f"version {version.name}" if version.name else version.title or "this API"


def _sent(operation: Operation) -> Iterator[Type]:
    for parameter in operation.parameters:
        yield parameter.type
    if operation.request_body:
        yield from (each.type for each in operation.request_body.content if each.type)


def _members(schema: Schema) -> list[Type]:
    if isinstance(schema, ObjectSchema):
        additional = [schema.additional] if schema.additional else []
        return [each.type for each in schema.properties] + additional
    return [schema.type]


def _references(type_: Type) -> Iterator[SchemaId]:
    match type_:
        case Reference(schema):
            yield schema
        case Array(inner) | Map(inner) | Nullable(inner):
            yield from _references(inner)
        case Union(members):
            for each in members:
                yield from _references(each)
        case _:
            return


def _class(
    schema: ObjectSchema,
    layout: Layout,
    annotator: Annotator,
    imports: Imports,
    fillable: frozenset[SchemaId],
) -> ClassView:
    imports.name(layout.core("model"), "Model")
    name = layout.names.schemas[schema.id]
    read_only = schema.id in fillable
    fields = [
        _field(
            each, layout.names.properties[schema.id, each.wire_name], annotator, imports, read_only
        )
        for each in schema.properties
        if is_field(each.wire_name)
    ]
    described = sentence(schema.description) or f"The object `{'.'.join(schema.wire_name)}`."
    return ClassView(name, docstring(described), tuple(fields))


def _field(
    property_: Property, name: str, annotator: Annotator, imports: Imports, read_only: bool
) -> FieldView:
    annotation = annotator.output(property_.type, imports, read_only=read_only)
    options: list[str] = []
    if not property_.required:
        annotation = f"{annotation} | {imports.name('msgspec', 'UnsetType')}"
        options.append(f"default={imports.name('msgspec', 'UNSET')}")
    if name != property_.wire_name:
        options.append(f"name={literal(property_.wire_name)}")
    declaration = f"{name}: {annotation}"
    if options == ["default=UNSET"]:
        declaration += " = UNSET"
    elif options:
        declaration += f" = {imports.name('msgspec', 'field')}({', '.join(options)})"
    notes = [sentence(property_.description), limits(property_.constraints)]
    if property_.deprecated:
        notes.append("Deprecated.")
    said = " ".join(note for note in notes if note)
    return FieldView(declaration, docstring(said) if said else "")


def _alias(
    schema: AliasSchema | EnumSchema, layout: Layout, annotator: Annotator, imports: Imports
) -> AliasView:
    imports.name("typing", "TypeAlias")
    said = sentence(schema.description)
    return AliasView(
        name=layout.names.schemas[schema.id],
        value=annotator.defined(schema, imports),
        docstring=docstring(said) if said else "",
    )


def _in_order(aliases: Iterable[AliasSchema], annotator: Annotator) -> list[AliasSchema]:
    """Aliases after those that they name, for their values are evaluated as the module is read."""
    by_id = {each.id: each for each in aliases}
    graph = {
        key: {other for other in _references(each.type) if other in by_id and other != key}
        for key, each in by_id.items()
    }
    try:
        return [by_id[key] for key in TopologicalSorter(graph).static_order()]
    except CycleError:
        recursive = [each for each in by_id.values() if annotator.is_recursive(each)]
        return [
            *recursive,
            *_in_order([each for each in by_id.values() if each not in recursive], annotator),
        ]

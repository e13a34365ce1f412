"""Plan the models of a version: schemas and names in, a `ModelsView` out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from msgspec.structs import replace

from specloom.ir import (
    AliasSchema,
    ApiVersion,
    EnumSchema,
    ErrorFields,
    ObjectSchema,
    Property,
    Scalar,
    Schema,
    SchemaId,
)
from specloom.python.annotations import Annotator
from specloom.python.code import flat
from specloom.python.docstrings import docstring, limits, literal, sentence
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.packing import unformatted
from specloom.python.unions import named_unions
from specloom.python.unsupported import is_field
from specloom.python.usage import Usage, references
from specloom.python.views import AliasView, ClassView, FieldView, ModelsView


def plan_models(
    version: ApiVersion, layout: Layout, annotator: Annotator, usage: Usage
) -> dict[str, ModelsView]:
    """The modules of the models that a version brings, by module name.

    A version whose models are in several modules has a module with its own names for models of older
    versions as well, where these have other names.
    """
    schemas = layout.interned.api.schemas
    emitted = layout.emitted[version.name]
    members: dict[str, list[Schema]] = {}
    for key in emitted:
        if layout.interned.home[key] == version.name:
            members.setdefault(layout.home(key), []).append(schemas[key])
    modules = {*members, *(home for home, _ in annotator.literals.values())}
    planned = {
        module: _plan_module(module, members.get(module, []), version, layout, annotator, usage)
        for module in sorted(modules)
        if module in members or module == layout.literals(version.name)
    }
    if not layout.has_several_models_modules(version.name):
        module = layout.models(version.name)
        return planned or {module: _plan_module(module, [], version, layout, annotator, usage)}
    renamed = {
        name: key
        for key in emitted
        if (name := layout.names.schemas[version.name, key]) != layout.class_name(key)
    }
    if renamed:
        module = renamed_models(version, layout)
        planned[module] = _plan_renamed(module, renamed, version, layout)
    return planned


def renamed_models(version: ApiVersion, layout: Layout) -> str:
    """The module with the names that a version has for models of older ones."""
    return f"{layout.models(version.name)}._renamed"


def _plan_renamed(
    module: str, names: Mapping[str, SchemaId], version: ApiVersion, layout: Layout
) -> ModelsView:
    imports = Imports(module, defined=names)
    imports.name("typing", "TypeAlias")
    aliases = tuple(
        _alias_view(name, imports.name(layout.home(key), layout.class_name(key)))
        for name, key in sorted(names.items())
    )
    return ModelsView(
        docstring=docstring(f"The names in {_title(version)} of models that have another one."),
        imports=imports.lines(),
        enums=(),
        classes=(),
        aliases=aliases,
        names=tuple(sorted(names)),
    )


def _plan_module(
    module: str,
    own: list[Schema],
    version: ApiVersion,
    layout: Layout,
    annotator: Annotator,
    usage: Usage,
) -> ModelsView:
    own = sorted(own, key=lambda schema: layout.class_name(schema.id))
    literals = {each: name for each, (home, name) in annotator.literals.items() if home == module}
    own_names = [*(layout.class_name(schema.id) for schema in own), *literals.values()]
    # No import may take the name of an alias: it would be the class of another structure.
    attributes = {
        layout.names.properties[each.id, property_.wire_name]
        for each in own
        if isinstance(each, ObjectSchema)
        for property_ in each.properties
    }
    imports = Imports(module, defined=own_names, shadowed=attributes & {"object"})
    taken = {layout.names.schemas[version.name, key] for key in layout.emitted[version.name]}
    unions = named_unions(own, annotator.names, {*taken, *own_names})
    named = [
        _alias_view(alias, annotator.output(union, imports)) for union, alias in unions.items()
    ]
    annotator = replace(annotator, unions=unions)
    objects = [each for each in own if isinstance(each, ObjectSchema)]
    classes = tuple(_class(each, layout, annotator, imports, usage) for each in objects)
    enums = [each for each in own if isinstance(each, EnumSchema)]
    aliases = _in_order([each for each in own if isinstance(each, AliasSchema)], annotator)
    if named or literals:
        imports.name("typing", "TypeAlias")
    enum_views = tuple(_alias(each, layout, annotator, imports) for each in enums)
    enum_views += tuple(
        _alias_view(name, flat(annotator.options(each, imports))) for each, name in literals.items()
    )
    alias_views = tuple(_alias(each, layout, annotator, imports) for each in aliases)
    return ModelsView(
        docstring=docstring(f"Models of {_title(version)}."),
        imports=imports.lines(),
        enums=enum_views,
        classes=classes,
        aliases=(*alias_views, *named),
        names=(*own_names, *unions.values()),
    )


def _title(version: ApiVersion) -> str:
    return f"version {version.name}" if version.name else version.title or "this API"


def _class(
    schema: ObjectSchema,
    layout: Layout,
    annotator: Annotator,
    imports: Imports,
    usage: Usage,
) -> ClassView:
    base = _base(schema, layout, imports)
    name = layout.class_name(schema.id)
    fields = [
        _field(
            replace(each, required=usage.is_required(each, schema.id)),
            layout.names.properties[schema.id, each.wire_name],
            annotator,
            imports,
            usage.takes_any_collection(schema.id),
            layout.constants.get((schema.id, each.wire_name)),
        )
        for each in schema.properties
        if is_field(each.wire_name)
    ]
    if schema.error_fields:
        fields.insert(0, _error_fields(schema.error_fields, layout, imports))
    if written := [each for each in schema.properties if each.written]:
        fields.insert(0, _forms(written, imports))
    described = sentence(schema.description) or f"The object `{'.'.join(schema.wire_name)}`."
    additional = _additional(schema, annotator, imports)
    return ClassView(name, docstring(described), tuple(fields), additional, base)


def _base(schema: ObjectSchema, layout: Layout, imports: Imports) -> str:
    if schema.is_headers:
        return imports.name(layout.core("header_model"), "HeaderModel", otherwise="_")
    if any((schema.id, each.wire_name) in layout.constants for each in schema.properties):
        return imports.name(layout.core("constants"), "ConstantModel", otherwise="_")
    return imports.name(layout.core("model"), "Model")


def _additional(schema: ObjectSchema, annotator: Annotator, imports: Imports) -> str:
    """The type of the members that have no name, where the document says one."""
    if schema.additional is None:
        return ""
    found = annotator.output(schema.additional, imports, read_only=True)
    if found == imports.builtin("object"):
        return ""
    return f"{imports.name('collections.abc', 'Mapping')}[str, {found}]"


def _error_fields(fields: ErrorFields, layout: Layout, imports: Imports) -> FieldView:
    """What tells the core where this model says what an exception shows."""
    kind = imports.name(layout.core("error_fields"), "ErrorFields")
    given = [
        ("message", fields.message),
        ("category", fields.category),
        ("correlation_id", fields.correlation_id),
        ("context", fields.context),
        ("details", fields.details),
    ]
    values = ", ".join(f"{name}={literal(value)}" for name, value in given if value)
    annotation = f"{imports.name('typing', 'ClassVar')}[{kind}]"
    return FieldView(f"error_fields: {annotation} = {kind}({values})", "")


def _forms(written: Iterable[Property], imports: Imports) -> FieldView:
    """What tells the core of headers that are not written in the simple style."""
    mapping = f"{imports.name('collections.abc', 'Mapping')}[str, str]"
    entries = ", ".join(f"{literal(each.wire_name)}: {literal(each.written)}" for each in written)
    return FieldView(f"_forms: {imports.name('typing', 'ClassVar')}[{mapping}] = {{{entries}}}", "")


def _field(
    property_: Property,
    name: str,
    annotator: Annotator,
    imports: Imports,
    read_only: bool,
    constant: Scalar = None,
) -> FieldView:
    annotation = annotator.output(property_.type, imports, read_only=read_only)
    options: list[str] = []
    if not property_.required:
        annotation = f"{annotation} | {imports.name('msgspec', 'UnsetType')}"
    if constant is not None:
        kind = imports.name(f"{annotator.package}._core.constants", "Constant", otherwise="_")
        optional = "" if property_.required else ", required=False"
        options.append(f"default_factory={kind}({literal(constant)}{optional})")
    elif not property_.required:
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
    return _alias_view(layout.class_name(schema.id), flat(annotator.defined(schema, imports)), said)


def _alias_view(name: str, value: str, said: str = "") -> AliasView:
    return AliasView(
        declaration=unformatted(f"{name}: TypeAlias = {value}"),
        docstring=docstring(said) if said else "",
    )


def _in_order(aliases: Iterable[AliasSchema], annotator: Annotator) -> list[AliasSchema]:
    """Aliases after those that they name, for their values are evaluated as the module is read."""
    by_id = {each.id: each for each in aliases}
    graph = {
        key: {other for other in references(each.type) if other in by_id and other != key}
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

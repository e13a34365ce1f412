"""Plan the modules of the models of a version."""

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
from specloom.ir.words import shown
from specloom.python import code
from specloom.python.code.docstrings import docstring, limits, sentence
from specloom.python.code.imports import Imports
from specloom.python.layout.layout import Layout
from specloom.python.layout.usage import Usage, references
from specloom.python.models.annotations import Annotator
from specloom.python.models.unions import named_unions
from specloom.python.models.unsupported import is_field
from specloom.python.views import AliasView, ClassView, FieldView, ModelsView


def plan_models(
    version: ApiVersion, layout: Layout, annotator: Annotator, usage: Usage
) -> dict[str, ModelsView]:
    """Return the modules of the models that a version adds, by module name.

    If the models of a version are in several modules, there is a module with its own names for models
    of older versions as well, if these names differ.
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
    """Return the module with a version's own names for models of older versions."""
    return f"{layout.models(version.name)}._renamed"


def _plan_renamed(
    module: str, names: Mapping[str, SchemaId], version: ApiVersion, layout: Layout
) -> ModelsView:
    imports = Imports(module, defined=names)
    imports.name("typing", "TypeAlias")
    aliases = tuple(
        _alias_view(name, imports.imported(layout.home(key), layout.class_name(key)))
        for name, key in sorted(names.items())
    )
    return ModelsView(
        docstring=docstring(f"The names in {_title(version)} of models that have another one."),
        imports=imports.block(),
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
    # No import may use the name of an alias, which would then be the class of another structure.
    imports = Imports(module, defined=own_names)
    taken = {layout.names.schemas[version.name, key] for key in layout.emitted[version.name]}
    unions = named_unions(own, annotator.names, {*taken, *own_names})
    named = [
        _alias_view(alias, annotator.output_type(union, imports)) for union, alias in unions.items()
    ]
    annotator = replace(annotator, unions=unions)
    objects = [each for each in own if isinstance(each, ObjectSchema)]
    classes: list[ClassView] = []
    for each in objects:
        with imports.within_class(layout.attributes_of(each)):
            classes.append(_class(each, layout, annotator, imports, usage))
    enums = [each for each in own if isinstance(each, EnumSchema)]
    aliases = _in_order([each for each in own if isinstance(each, AliasSchema)], annotator)
    if named or literals:
        imports.name("typing", "TypeAlias")
    enum_views = tuple(_alias(each, layout, annotator, imports) for each in enums)
    enum_views += tuple(
        _alias_view(name, annotator.options(each, imports)) for each, name in literals.items()
    )
    alias_views = tuple(_alias(each, layout, annotator, imports) for each in aliases)
    return ModelsView(
        docstring=docstring(f"Models of {_title(version)}."),
        imports=imports.block(),
        enums=enum_views,
        classes=tuple(classes),
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
    described = sentence(schema.description) or f"The object `{shown(schema.wire_name)}`."
    additional = _additional(schema, annotator, imports)
    keyword_only = code.Keyword("kw_only", code.Constant(True))
    return ClassView(
        name=name,
        head=code.ClassHead(name, (base, keyword_only)),
        docstring=docstring(described),
        additional=additional,
        typed_fields=(
            imports.imported(layout.core("additional"), "typed_fields", otherwise="_")
            if additional
            else None
        ),
        fields=tuple(fields),
    )


def _base(schema: ObjectSchema, layout: Layout, imports: Imports) -> code.Name:
    if schema.is_headers:
        return imports.imported(layout.core("header_model"), "HeaderModel", otherwise="_")
    if any((schema.id, each.wire_name) in layout.constants for each in schema.properties):
        return imports.imported(layout.core("constants"), "ConstantModel", otherwise="_")
    return imports.imported(layout.core("decoding"), "Model")


def _additional(
    schema: ObjectSchema, annotator: Annotator, imports: Imports
) -> code.FunctionHead | None:
    """Return the property with the additional fields, if the document declares their type."""
    if schema.additional is None:
        return None
    found = annotator.output_type(schema.additional, imports, read_only=True)
    if found == imports.builtin_name("object"):
        return None
    mapping = imports.imported("collections.abc", "Mapping")
    returns = code.Subscript(mapping, (imports.builtin_name("str"), found))
    return code.FunctionHead("additional_fields", (code.Parameter("self"),), returns)


def _error_fields(fields: ErrorFields, layout: Layout, imports: Imports) -> FieldView:
    """Return the class attribute with the fields that the core shows in exceptions."""
    value = error_fields_value(fields, layout, imports)
    annotation = code.Subscript(imports.imported("typing", "ClassVar"), (value.function,))
    return FieldView("error_fields", code.Assign("error_fields", value, annotation))


def error_fields_value(fields: ErrorFields, layout: Layout, imports: Imports) -> code.Call:
    """Return the expression for the fields that the core shows in exceptions."""
    kind = imports.imported(layout.core("error_fields"), "ErrorFields")
    given = {
        "message": fields.message,
        "category": fields.category,
        "correlation_id": fields.correlation_id,
        "context": fields.context,
        "details": fields.details,
        "existing_id": fields.existing_id,
    }
    return code.call(kind, **{name: code.constant(value) for name, value in given.items() if value})


def _forms(written: Iterable[Property], imports: Imports) -> FieldView:
    """Return the class attribute that lists the headers that are not in the simple style."""
    text = imports.builtin_name("str")
    mapping = code.Subscript(imports.imported("collections.abc", "Mapping"), (text, text))
    annotation = code.Subscript(imports.imported("typing", "ClassVar"), (mapping,))
    entries = code.constant({each.wire_name: each.written for each in written})
    return FieldView("_forms", code.Assign("_forms", entries, annotation))


def _field(
    property_: Property,
    name: str,
    annotator: Annotator,
    imports: Imports,
    read_only: bool,
    constant: Scalar = None,
) -> FieldView:
    annotation = annotator.output_type(property_.type, imports, read_only=read_only)
    options: dict[str, code.Expression] = {}
    if not property_.required:
        annotation = code.union([annotation, imports.imported("msgspec", "UnsetType")])
    if constant is not None:
        kind = imports.imported(f"{annotator.core}.codec.constants", "Constant", otherwise="_")
        required = {} if property_.required else {"required": code.Constant(False)}
        options["default_factory"] = code.call(kind, code.constant(constant), **required)
    elif not property_.required:
        options["default"] = imports.imported("msgspec", "UNSET")
    if name != property_.wire_name:
        options["name"] = code.Constant(property_.wire_name)
    value = None
    if options.keys() == {"default"}:
        value = options["default"]
    elif options:
        value = code.call(imports.imported("msgspec", "field"), **options)
    notes = [sentence(property_.description), limits(property_.constraints)]
    if property_.deprecated:
        notes.append("Deprecated.")
    said = " ".join(note for note in notes if note)
    declaration = code.Assign(name, value, annotation)
    return FieldView(name, declaration, docstring(said) if said else "")


def _alias(
    schema: AliasSchema | EnumSchema, layout: Layout, annotator: Annotator, imports: Imports
) -> AliasView:
    imports.name("typing", "TypeAlias")
    said = sentence(schema.description)
    return _alias_view(layout.class_name(schema.id), annotator.defined(schema, imports), said)


def _alias_view(name: str, value: code.Expression, said: str = "") -> AliasView:
    return AliasView(
        name=name,
        declaration=code.Assign(name, value, code.Name("TypeAlias")),
        docstring=docstring(said) if said else "",
    )


def _in_order(aliases: Iterable[AliasSchema], annotator: Annotator) -> list[AliasSchema]:
    """Return aliases after those to which they refer, because their values are evaluated at import."""
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

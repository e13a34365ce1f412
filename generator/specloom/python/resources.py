"""Plan the modules of resources: implementations and names in, `ResourceModuleView`s out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter

from specloom.ir import ApiVersion, Implementation, Operation, Resource
from specloom.naming.words import snake_case
from specloom.python.annotations import Annotator
from specloom.python.docstrings import docstring, literal, sentence
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.methods import Method, constant_name, distinct_name
from specloom.python.paths import encoded_path
from specloom.python.views import (
    AttributeView,
    ResourceClassView,
    ResourceModuleView,
)

SYNC_AND_ASYNC = (False, True)
FEW = 4


def class_name(name: str, is_async: bool) -> str:
    """The name of a class or of its async twin."""
    return f"Async{name}" if is_async else name


@dataclass(frozen=True, slots=True)
class _Module:
    """A module that is being planned."""

    name: str
    layout: Layout
    annotator: Annotator
    imports: Imports
    shared: dict[str, str]


def plan_resource_modules(
    version: ApiVersion, layout: Layout, annotator: Annotator
) -> dict[str, ResourceModuleView]:
    """The modules of a version's resources, by module name."""
    modules: dict[str, list[Implementation]] = {}
    for each in layout.interned.implementations:
        if each.version == version.name:
            modules.setdefault(layout.implementation(each.id), []).append(each)
    planned = {
        name: _implementations(name, members, layout, annotator)
        for name, members in modules.items()
    }
    named: dict[str, list[Resource]] = {layout.resources(version.name): []}
    for resource in version.resources:
        key = (version.name, (resource.name,))
        if layout.is_shared(layout.interned.implementation_of[key]):
            named.setdefault(layout.resource(key), []).append(resource)
    for module, resources in named.items():
        planned[module] = _named(module, resources, version.name, layout)
    return planned


def scopes(resource: Resource) -> tuple[str, ...]:
    """The scopes that the operations of a resource, and of those below it, ask for."""
    found = {
        scope
        for operation in operations_of(resource)
        for requirement in operation.security
        for _, names in requirement.schemes
        for scope in names
    }
    return tuple(sorted(found))


def operations_of(resource: Resource) -> Sequence[Operation]:
    """The operations of a resource and of all below it."""
    below = [operation for child in resource.children for operation in operations_of(child)]
    return [*resource.operations, *below]


def resource_docstring(resource: Resource, *, is_async: bool) -> str:
    """What a resource is, from its document's description, and the scopes it asks for.

    The async class says the first of it and leaves the rest to its twin.
    """
    if is_async:
        return resource_summary(resource)
    wanted = scopes(resource)
    return docstring(
        resource.description or _lead(resource),
        f"Scopes: {', '.join(wanted)}." if wanted else "",
    )


def resource_summary(resource: Resource) -> str:
    """What a resource is in a sentence or two; its class says the rest."""
    return docstring(resource.description.partition("\n\n")[0] or _lead(resource))


def _roots(resource: Resource) -> tuple[str, ...]:
    return tuple(literal(encoded_path(root)) for root in resource.roots)


def _lead(resource: Resource) -> str:
    return sentence(resource.title) or f"Operations under `{resource.roots[0]}`."


# --- modules of implementations --------------------------------------------------------------


def _implementations(
    name: str, members: Sequence[Implementation], layout: Layout, annotator: Annotator
) -> ResourceModuleView:
    members = _in_order(members)
    taken: set[str] = set()
    methods = {each.id: _methods(each, taken, layout, annotator) for each in members}
    classes = [
        class_name(layout.names.implementations[each.id], is_async)
        for each in members
        for is_async in SYNC_AND_ASYNC
    ]
    constants = [method.constant for each in members for method in methods[each.id]]
    shadowed = {method.names.method for each in members for method in methods[each.id]}
    shadowed |= {snake_case(word) for each in members for word, _ in each.children}
    module = _Module(
        name,
        layout,
        annotator,
        Imports(name, defined=[*classes, *constants, *shadowed], shadowed=shadowed),
        {},
    )
    views = [
        method.constant_view(module.imports, module.shared)
        for each in members
        for method in methods[each.id]
    ]
    planned = [
        _class(each, methods[each.id], module, is_async)
        for is_async in SYNC_AND_ASYNC
        for each in members
    ]
    values = tuple(f"{constant} = {value}" for value, constant in module.shared.items())
    return ResourceModuleView(
        has_annotations=True,
        docstring=docstring(_module_text(members)),
        imports=module.imports.lines(),
        values=values,
        constants=tuple(views),
        classes=tuple(planned),
    )


def _module_text(members: Sequence[Implementation]) -> str:
    users = sorted({".".join(words) for each in members for _, words in each.users})
    others = f" and {len(users) - FEW} others" if len(users) > FEW else ""
    return f"Operations of {', '.join(users[:FEW])}{others}."


def _in_order(members: Sequence[Implementation]) -> list[Implementation]:
    """The implementations of one module, each after those that it extends."""
    by_id = {each.id: each for each in members}
    graph = {each.id: [base for base in each.bases if base in by_id] for each in members}
    return [by_id[id_] for id_ in TopologicalSorter(graph).static_order()]


def _methods(
    implementation: Implementation, taken: set[str], layout: Layout, annotator: Annotator
) -> list[Method]:
    """The methods that an implementation adds, with constants that differ within the module."""
    methods: list[Method] = []
    inherited = _inherited(implementation, layout)
    words = tuple(map(snake_case, implementation.users[0][1][1:]))
    for operation in implementation.operations:
        if operation.call.name in inherited:
            continue
        names = layout.names.operations[implementation.id, operation.call.name]
        constant = distinct_name(constant_name(words, names.method), taken)
        methods.append(Method(operation, names, constant, layout, annotator))
    return methods


def _class(
    implementation: Implementation, methods: Sequence[Method], module: _Module, is_async: bool
) -> ResourceClassView:
    layout = module.layout
    own_name = layout.names.implementations[implementation.id]
    base = _bases(implementation, module, is_async)
    version, words = implementation.users[0]
    resource = _find(layout, version, words)
    is_named = layout.is_shared(implementation.id) or len(words) > 1
    attributes: list[AttributeView] = []
    inherited = _inherited(implementation, layout)
    for word, child in implementation.children:
        if word in inherited:
            continue
        child_class = class_name(layout.names.implementations[child], is_async)
        home = layout.implementation(child)
        attributes.append(
            AttributeView(
                name=layout.names.resources[version, (*words, word)].attribute,
                class_name=module.imports.name(home, child_class, otherwise="Resource"),
                kind=module.imports.name(layout.core("resource"), "Below", otherwise="_"),
                origin=literal(child_class) + ("" if home == module.name else f", {literal(home)}"),
            )
        )
    return ResourceClassView(
        name=class_name(own_name, is_async),
        base=base,
        docstring=(
            docstring(_module_text([implementation]))
            if is_named
            else resource_docstring(resource, is_async=is_async)
        ),
        roots=() if is_named else _roots(resource),
        attributes=tuple(attributes),
        methods=() if is_async else tuple(each.method_view(module.imports) for each in methods),
        twins=tuple(each.twin(own_name, module.imports) for each in methods if is_async),
    )


def _inherited(implementation: Implementation, layout: Layout) -> frozenset[str]:
    """The words of the operations and resources that an implementation has from its bases."""
    return frozenset(
        word
        for id_ in implementation.bases
        for base in [layout.interned.implementations[id_]]
        for word in [*(each.call.name for each in base.operations), *(w for w, _ in base.children)]
    )


def _bases(implementation: Implementation, module: _Module, is_async: bool) -> str:
    layout = module.layout
    if not implementation.bases:
        name = class_name("Resource", is_async)
        return module.imports.name(layout.core("resource"), name, otherwise="_")
    return ", ".join(
        module.imports.name(
            layout.implementation(each),
            class_name(layout.names.implementations[each], is_async),
            otherwise="Operations",
        )
        for each in implementation.bases
    )


def _find(layout: Layout, version: str, words: tuple[str, ...]) -> Resource:
    found = next(each for each in layout.interned.api.versions if each.name == version).resources
    resource = next(each for each in found if each.name == words[0])
    for word in words[1:]:
        resource = next(each for each in resource.children if each.name == word)
    return resource


# --- modules of named resources --------------------------------------------------------------


def _named(
    module: str, resources: Sequence[Resource], version: str, layout: Layout
) -> ResourceModuleView:
    """The module of resources that extend shared implementations with their own roots and texts."""
    names = [layout.names.resources[version, (each.name,)].class_name for each in resources]
    own = [class_name(each, is_async) for each in names for is_async in SYNC_AND_ASYNC]
    imports = Imports(module, defined=own)
    classes: list[ResourceClassView] = []
    for resource, name in zip(resources, names, strict=True):
        id_ = layout.interned.implementation_of[version, (resource.name,)]
        shared = layout.names.implementations[id_]
        for is_async in SYNC_AND_ASYNC:
            base = imports.name(
                layout.implementation(id_), class_name(shared, is_async), otherwise="Operations"
            )
            classes.append(
                ResourceClassView(
                    name=class_name(name, is_async),
                    base=base,
                    docstring=resource_docstring(resource, is_async=is_async),
                    roots=_roots(resource),
                )
            )
    return ResourceModuleView(
        has_annotations=False,
        docstring=docstring(_named_text(module, resources, version, layout)),
        imports=imports.lines(),
        values=(),
        constants=(),
        classes=tuple(classes),
    )


def _named_text(module: str, resources: Sequence[Resource], version: str, layout: Layout) -> str:
    if module != layout.resources(version):
        return resource_summary(resources[0])
    rest = "those with operations of their own have a module each"
    return f"The resources of the client; {rest}."

"""Plan the modules of resources, with their classes and the constants of their operations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from graphlib import TopologicalSorter

from msgspec import Struct

from specloom.ir import (
    ApiVersion,
    Implementation,
    ImplementationId,
    Operation,
    Resource,
    ResourceKey,
)
from specloom.naming.words import snake_case
from specloom.python import code
from specloom.python.code.docstrings import docstring, sentence
from specloom.python.code.imports import Imports
from specloom.python.layout.layout import Layout
from specloom.python.models.annotations import Annotator
from specloom.python.operations.constants import SharedValues, constant_name, operation_constant
from specloom.python.operations.method import Method
from specloom.python.operations.methods import ASYNC, SYNC, method_view
from specloom.python.operations.paths import encoded_path
from specloom.python.operations.servers import host_of
from specloom.python.views import (
    AttributeView,
    ResourceClassView,
    ResourceModuleView,
)

SYNC_AND_ASYNC = (False, True)
_CORE_NAMES = ("TYPE_CHECKING", "cached_property")
FEW = 4


def class_name(name: str, is_async: bool) -> str:
    """Return the name of a class, or of its async counterpart."""
    return f"Async{name}" if is_async else name


class _Module(Struct, frozen=True):
    """A module that is being planned."""

    name: str
    version: str
    layout: Layout
    annotator: Annotator
    imports: Imports
    typing_imports: Imports


def plan_resource_modules(
    version: ApiVersion, layout: Layout, annotator: Annotator
) -> dict[str, ResourceModuleView]:
    """Plan the modules of a version's resources, by module name."""
    members: dict[str, list[Implementation]] = {}
    for each in layout.interned.implementations:
        if each.version == version.name:
            members.setdefault(layout.implementation(each.id), []).append(each)
    named: dict[str, list[Resource]] = {}
    for resource in version.resources:
        key = (version.name, (resource.name,))
        is_owner = layout.names.owners[key] == key
        if is_owner and layout.is_shared(layout.interned.implementation_of[key]):
            named.setdefault(layout.resource(key), []).append(resource)
    return {
        name: _plan_module(
            name, version, members.get(name, ()), named.get(name, ()), layout, annotator
        )
        for name in sorted({*members, *named})
    }


def resource_docstring(resource: Resource, *, is_async: bool) -> str:
    """Return the description of a resource in its document, and the scopes that it requires.

    The docstring of the async class contains only the first paragraph.
    """
    if is_async:
        return resource_summary(resource)
    lead, _, rest = (resource.description or _lead(resource)).partition("\n\n")
    wanted = resource.all_scopes()
    needed = f"Scopes: {', '.join(wanted)}." if wanted else ""
    return docstring(lead, " ".join([*rest.split("\n\n"), needed]))


def resource_summary(resource: Resource) -> str:
    """Return the first paragraph of the description of a resource."""
    return docstring(resource.description.partition("\n\n")[0] or _lead(resource))


def _lead(resource: Resource) -> str:
    return sentence(resource.title) or f"Operations under `{resource.roots[0]}`."


def _plan_module(
    name: str,
    version: ApiVersion,
    members: Sequence[Implementation],
    resources: Sequence[Resource],
    layout: Layout,
    annotator: Annotator,
) -> ResourceModuleView:
    """Plan a module of implementations.

    It also contains the resources that only add roots and descriptions to a shared implementation.
    """
    members = _in_order(members)
    methods = _methods(members, layout, annotator)
    names = [layout.names.implementations[each.id] for each in members]
    names += [layout.names.resources[version.name, (each.name,)].class_name for each in resources]
    classes = [class_name(each, is_async) for each in names for is_async in SYNC_AND_ASYNC]
    names_of_constants = [method.constant for each in members for method in methods[each.id]]
    shadowed = {method.names.method for each in members for method in methods[each.id]}
    shadowed |= {snake_case(word) for each in members for word, _ in each.children}
    defined = [*classes, *names_of_constants, *shadowed]
    imports = Imports(name, defined=defined, shadowed=shadowed)
    typing_imports = Imports(name, defined=[*defined, *_CORE_NAMES])
    module = _Module(name, version.name, layout, annotator, imports, typing_imports)
    shared = SharedValues(imports)
    constants = tuple(
        operation_constant(method, imports, shared)
        for each in members
        for method in methods[each.id]
    )
    planned: list[ResourceClassView] = []
    for each in members:
        planned += [_class(each, methods[each.id], module, is_async) for is_async in SYNC_AND_ASYNC]
    for resource in resources:
        planned += [_named_class(resource, module, is_async) for is_async in SYNC_AND_ASYNC]
    return ResourceModuleView(
        has_annotations=bool(members),
        docstring=_module_docstring(members, names),
        imports=imports.block(),
        typing_imports=module.typing_imports.block(),
        values=shared.statements(),
        constants=constants,
        classes=tuple(planned),
    )


def _module_docstring(members: Sequence[Implementation], names: Sequence[str]) -> str:
    return docstring(_users_text(members) if members else f"Resources: {', '.join(names)}.")


def _users_text(members: Sequence[Implementation]) -> str:
    users = sorted({".".join(words) for each in members for _, words in each.users})
    others = f" and {len(users) - FEW} others" if len(users) > FEW else ""
    return f"Operations of {', '.join(users[:FEW])}{others}."


def _in_order(members: Sequence[Implementation]) -> list[Implementation]:
    """Return the implementations of one module, each after those that it extends."""
    by_id = {each.id: each for each in members}
    graph = {each.id: [base for base in each.bases if base in by_id] for each in members}
    return [by_id[id_] for id_ in TopologicalSorter(graph).static_order()]


def _methods(
    members: Sequence[Implementation], layout: Layout, annotator: Annotator
) -> dict[ImplementationId, list[Method]]:
    """Return the methods that each implementation of a module adds.

    Their constants are named after the operations. If two would have the same name, the names of their
    classes are added.
    """
    found: list[tuple[Implementation, Operation, str]] = []
    for each in members:
        inherited = layout.inherited_operations(each)
        words = tuple(map(snake_case, each.users[0][1][1:]))
        for operation in each.operations:
            if operation.call.name not in inherited:
                names = layout.names.operations[each.id, operation.call.name]
                found.append((each, operation, constant_name(words, names.method)))
    counted = Counter(constant for _, _, constant in found)
    taken = {"TYPE_CHECKING", *counted}
    methods: dict[ImplementationId, list[Method]] = {each.id: [] for each in members}
    for each, operation, name in found:
        names = layout.names.operations[each.id, operation.call.name]
        constant = name
        if counted[name] > 1 or name == "TYPE_CHECKING":
            kind = layout.names.implementations[each.id].removesuffix("Mixin")
            constant = _distinct_name(constant_name((snake_case(kind),), names.method), taken)
        methods[each.id].append(Method(operation, names, constant, layout, annotator))
    return methods


def _class(
    implementation: Implementation, methods: Sequence[Method], module: _Module, is_async: bool
) -> ResourceClassView:
    layout = module.layout
    own_name = layout.names.implementations[implementation.id]
    bases = _bases(implementation, module, is_async)
    version, words = implementation.users[0]
    resource = find_resource(layout, version, words)
    is_first = not layout.is_shared(implementation.id) and len(words) == 1
    attributes: list[AttributeView] = []
    inherited = layout.inherited_resources(implementation)
    for word, child in implementation.children:
        if word in inherited:
            continue
        attributes.append(_attribute(word, child, (version, words), module, is_async=is_async))
    way = ASYNC if is_async else SYNC
    # A mixin needs no docstring; the classes that extend it have one.
    is_part = bool(implementation.owners) or is_async
    has_members = bool(methods or attributes)
    said = "" if is_part and has_members else docstring(_users_text([implementation]))
    name = class_name(own_name, is_async)
    roots = _roots(resource, layout, version) if is_first else ()
    return ResourceClassView(
        name=name,
        head=code.ClassHead(name, (*bases, *roots)),
        docstring=resource_docstring(resource, is_async=is_async) if is_first else said,
        attributes=tuple(attributes),
        methods=tuple(method_view(each, module.imports, way) for each in methods),
    )


def _attribute(
    word: str, child: ImplementationId, parent: ResourceKey, module: _Module, *, is_async: bool
) -> AttributeView:
    """Return the property for a sub-resource."""
    layout, (version, words) = module.layout, parent
    name, home = class_name(layout.names.implementations[child], is_async), layout.implementation(
        child
    )
    local = module.typing_imports.imported(home, name, otherwise="Resource")
    attribute = layout.names.resources[version, (*words, word)].attribute
    given = (code.Name("self._client"), code.Name("self._roots"))
    if home != module.name:
        module.imports.name("typing", "TYPE_CHECKING", otherwise="_")
    return AttributeView(
        decorator=module.imports.name("functools", "cached_property", otherwise="_"),
        name=attribute,
        head=code.FunctionHead(attribute, (code.Parameter("self"),), local),
        docstring=_calls_docstring(child, layout),
        import_line=import_line(home, name, local) if home != module.name else None,
        statement=code.Return(code.call(local, *given)),
    )


def import_line(module: str, name: str, local: code.Name) -> code.ImportFrom:
    """Return the statement that imports a class under its local name."""
    return code.ImportFrom(module, ((name, "" if local.text == name else local.text),))


def _calls_docstring(id_: ImplementationId, layout: Layout) -> str:
    """Return a docstring that lists the methods and the sub-resources of a sub-resource."""
    implementation = layout.interned.implementations[id_]
    version, words = implementation.users[0]
    named = [
        layout.names.operations[id_, each.call.name].method for each in implementation.operations
    ]
    named += [
        layout.names.resources[version, (*words, word)].attribute
        for word, _ in implementation.children
    ]
    return docstring(f"Has {', '.join(f'`{each}`' for each in named)}.")


def _bases(
    implementation: Implementation, module: _Module, is_async: bool
) -> tuple[code.Name, ...]:
    if not implementation.bases:
        name = class_name("Resource", is_async)
        return (module.imports.imported(module.layout.resource_base, name, otherwise="_"),)
    return tuple(_extended(each, module, is_async) for each in implementation.bases)


def _extended(id_: ImplementationId, module: _Module, is_async: bool) -> code.Name:
    """Return the class of an implementation, as the base class of another one."""
    layout = module.layout
    name = class_name(layout.names.implementations[id_], is_async)
    home = layout.implementation(id_)
    return module.imports.imported(home, name, otherwise="Operations")


def find_resource(layout: Layout, version: str, words: tuple[str, ...]) -> Resource:
    """Return a resource or a sub-resource of a version."""
    found = next(each for each in layout.interned.api.versions if each.name == version).resources
    resource = next(each for each in found if each.name == words[0])
    for word in words[1:]:
        resource = next(each for each in resource.children if each.name == word)
    return resource


def _named_class(resource: Resource, module: _Module, is_async: bool) -> ResourceClassView:
    """Return the class of a resource that extends a shared implementation."""
    layout, key = module.layout, (module.version, (resource.name,))
    base = _extended(layout.interned.implementation_of[key], module, is_async)
    name = class_name(layout.names.resources[key].class_name, is_async)
    return ResourceClassView(
        name=name,
        head=code.ClassHead(name, (base, *_roots(resource, layout, module.version))),
        docstring=resource_docstring(resource, is_async=is_async),
    )


def _roots(resource: Resource, layout: Layout, version: str) -> tuple[code.Keyword, ...]:
    """Return the roots of a class, and the name of its document if that has a server of its own."""
    versions = {each.name: each for each in layout.interned.api.versions}
    host = host_of(versions[version], resource.document)
    roots = code.constant(tuple(map(encoded_path, resource.roots)))
    server = (code.Keyword("server", code.Constant(host)),) if host else ()
    return (code.Keyword("roots", roots), *server)


def _distinct_name(name: str, taken: set[str]) -> str:
    """Return a free name: this one, or this one with a number."""
    numbered = (f"{name}_{number}" for number in range(2, 10_000))
    chosen = name if name not in taken else next(each for each in numbered if each not in taken)
    taken.add(chosen)
    return chosen

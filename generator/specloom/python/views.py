"""What templates are given: one frozen view for each kind of file, every text in it ready."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from specloom.diagnostics import Diagnostic


class FieldView(Struct, frozen=True):
    """One line of a model: `name: annotation = default`, and its docstring."""

    declaration: str
    docstring: str


class ClassView(Struct, frozen=True):
    """A model, of the class `base`; `additional` is the type of its further members, where it has one."""

    name: str
    docstring: str
    fields: tuple[FieldView, ...]
    additional: str = ""
    base: str = "Model"


class AliasView(Struct, frozen=True):
    """A name for a type: `name: TypeAlias = type`."""

    declaration: str
    docstring: str


class ModelsView(Struct, frozen=True):
    """A module of models; `names` are those that it defines."""

    docstring: str
    imports: tuple[str, ...]
    enums: tuple[AliasView, ...]
    classes: tuple[ClassView, ...]
    aliases: tuple[AliasView, ...]
    names: tuple[str, ...]


class ConstantView(Struct, frozen=True):
    """An `Operation` and the like: `name: annotation = value`."""

    declaration: str


class OverloadView(Struct, frozen=True):
    """One way to call a method: its arguments one by one, and what it returns then."""

    arguments: tuple[str, ...]
    returns: str


class MethodView(Struct, frozen=True):
    """A method: `def` or `async def`, its name, arguments and return type, and its only statement.

    Where the return type depends on an argument, `overloads` list the ways to call it; `overload` is
    the name of the decorator.
    """

    keyword: str
    name: str
    arguments: tuple[str, ...]
    returns: str
    docstring: str
    statement: str
    overload: str = ""
    overloads: tuple[OverloadView, ...] = ()


class AttributeView(Struct, frozen=True):
    """A resource that is created on first access, by a property whose decorator is `decorator`.

    `import_line` imports the class of the resource there; it is empty where the module has the class.
    """

    name: str
    decorator: str
    class_name: str
    docstring: str
    import_line: str
    value: str


class ResourceClassView(Struct, frozen=True):
    """A resource class: `class name(head)`, its sub-resources and its methods.

    The head has the bases, and the roots if there are any.
    """

    name: str
    head: str
    docstring: str
    attributes: tuple[AttributeView, ...] = ()
    methods: tuple[MethodView, ...] = ()


class ResourceModuleView(Struct, frozen=True):
    """A module of resource classes and of the operations that they send.

    `values` are what several of its operations have in common, `name = value` each.
    """

    docstring: str
    has_annotations: bool
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    values: tuple[str, ...]
    constants: tuple[ConstantView, ...]
    classes: tuple[ResourceClassView, ...]


class OpenResourceView(Struct, frozen=True):
    """A method of a client that gives a resource for some values of its root's parameters."""

    name: str
    class_name: str
    docstring: str
    arguments: tuple[str, ...]
    import_line: str
    roots: tuple[str, ...]
    values: str


class ClientView(Struct, frozen=True):
    """A client class, sync or async."""

    name: str
    base: str
    docstring: str
    arguments: tuple[str, ...]
    support: tuple[str, ...]
    base_url: str
    security: tuple[str, ...]
    attributes: tuple[AttributeView, ...]
    open_resources: tuple[OpenResourceView, ...]


class ClientModuleView(Struct, frozen=True):
    """The module of a version's two clients."""

    docstring: str
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    product: str
    settings: str
    clients: tuple[ClientView, ...]


class SettingsView(Struct, frozen=True):
    """The `_settings.py`: the keyword arguments of the one value in it."""

    docstring: str
    imports: tuple[str, ...]
    kind: str
    values: tuple[str, ...]


class PackageInitView(Struct, frozen=True):
    """An `__init__.py` that imports nothing until a name is asked for.

    `all_names` is its `__all__`, `exports` the table of what is found in which module; all else is a
    submodule. `version` is a string literal, empty for a package within the package.
    """

    docstring: str
    all_names: str
    exports: str
    typing_imports: tuple[str, ...]
    version: str = ""


class DefaultModelsView(Struct, frozen=True):
    """A `models.py` that has the models of the default version; `module` is where they are defined.

    `is_lazy` says whether that is a package which imports each model on first access.
    """

    docstring: str
    module: str
    module_literal: str
    is_lazy: bool


class GuideView(Struct, frozen=True):
    """What a README shows: how a client is opened, a first call, and all calls beside their requests.

    `credentials` are arguments of the client and what each takes, `versions` modules and the versions
    of the API whose clients are in them. Where there are many calls, `resources` counts them instead.
    """

    opened: str
    first: str
    is_paged: bool
    calls: tuple[tuple[str, str], ...]
    resources: tuple[tuple[str, int], ...]
    credentials: tuple[tuple[str, str], ...] = ()
    versions: tuple[tuple[str, str], ...] = ()


class DistributionView(Struct, frozen=True):
    """The distribution's own files: pyproject.toml, README.md. Texts are ready for their notation.

    There is a `guide` where the project has not written one. `license_toml` is empty where no license
    was chosen. `authors` are inline tables, `extras` and `urls` lines of a table, `entry_points` a
    table's name and its lines each.
    """

    distribution: str
    distribution_toml: str
    version_toml: str
    description: str
    description_toml: str
    license_toml: str
    module: str
    client: str
    written_guide: str
    guide: GuideView | None
    versions: tuple[str, ...]
    has_license_file: bool
    authors: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    entry_points: tuple[tuple[str, tuple[str, ...]], ...] = ()


class OAuthView(Struct, frozen=True):
    """The module with the class of an application: the flow's values are arguments."""

    docstring: str
    imports: tuple[str, ...]
    base: str
    flow: str
    values: tuple[str, ...]
    user_agent: str


class PlannedFile(Struct, frozen=True):
    """A template, the path below the output that it is rendered to, and what it is given."""

    template: str
    path: str
    view: object


class Plan(Struct, frozen=True):
    """Every rendered file of the output, by path; `module` places the files that are only copied.

    `header` is the comment at the top of each of them. `additions` are files that are taken as they
    are, by path; `omitted` are modules of the core that are not.
    """

    files: tuple[PlannedFile, ...]
    header: str
    additions: Mapping[str, str]
    module: str
    warnings: tuple[Diagnostic, ...]
    omitted: frozenset[str] = frozenset()

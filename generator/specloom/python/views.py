"""Define the views that templates are given: one frozen class for each kind of file.

Code is a tree, which the filter `code` of templates prints. Every other string is ready to be
inserted, docstrings included.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from specloom.diagnostics import Diagnostic
from specloom.python.code import (
    Assign,
    ClassHead,
    Constant,
    Evaluate,
    FunctionHead,
    ImportBlock,
    ImportFrom,
    Return,
)


class FieldView(Struct, frozen=True):
    """One field of a model: its statement, and its docstring or an empty string."""

    name: str
    declaration: Assign
    docstring: str = ""


class ClassView(Struct, frozen=True):
    """A model.

    Attributes:
        name: the name of the class.
        head: the class with its bases.
        docstring: its docstring.
        additional: the head of the property with the fields that have no name, if these have a type.
        fields: its fields.
    """

    name: str
    head: ClassHead
    docstring: str
    additional: FunctionHead | None
    fields: tuple[FieldView, ...]


class AliasView(Struct, frozen=True):
    """A name for a type: `name: TypeAlias = type`, and its docstring or an empty string."""

    name: str
    declaration: Assign
    docstring: str = ""


class ModelsView(Struct, frozen=True):
    """A module of models; `names` are those that it defines."""

    docstring: str
    imports: ImportBlock
    enums: tuple[AliasView, ...]
    classes: tuple[ClassView, ...]
    aliases: tuple[AliasView, ...]
    names: tuple[str, ...]


class MethodView(Struct, frozen=True):
    """A method: its head, its docstring, and its only statement.

    Where the return type depends on an argument, `overloads` list the ways to call it; `overload` is
    the name of the decorator.
    """

    name: str
    head: FunctionHead
    docstring: str
    statement: Return
    overload: str = ""
    overloads: tuple[FunctionHead, ...] = ()


class AttributeView(Struct, frozen=True):
    """A resource that is created on first access, by a property whose decorator is `decorator`.

    `import_line` imports the class of the resource there; it is None where the module has the class.
    """

    name: str
    decorator: str
    head: FunctionHead
    docstring: str
    import_line: ImportFrom | None
    statement: Return


class ResourceClassView(Struct, frozen=True):
    """A resource class: its head, a docstring or an empty string, its sub-resources and its methods."""

    name: str
    head: ClassHead
    docstring: str
    attributes: tuple[AttributeView, ...] = ()
    methods: tuple[MethodView, ...] = ()


class ResourceModuleView(Struct, frozen=True):
    """A module of resource classes and of the operations that they send.

    `values` are assignments of what several of its operations have in common, `constants` those of
    the operations.
    """

    docstring: str
    has_annotations: bool
    imports: ImportBlock
    typing_imports: ImportBlock
    values: tuple[Assign, ...]
    constants: tuple[Assign, ...]
    classes: tuple[ResourceClassView, ...]


class OpenResourceView(Struct, frozen=True):
    """A method of a client that returns a resource for values of its root's parameters."""

    name: str
    head: FunctionHead
    docstring: str
    import_line: ImportFrom
    statement: Return


class ClientView(Struct, frozen=True):
    """A client class, sync or async: `init` is the head of its `__init__`, `statements` its body."""

    name: str
    head: ClassHead
    docstring: str
    init: FunctionHead
    statements: tuple[Evaluate, ...]
    attributes: tuple[AttributeView, ...]
    open_resources: tuple[OpenResourceView, ...]


class ClientModuleView(Struct, frozen=True):
    """The module of a version's two clients; `typing_imports` are for type checkers only."""

    docstring: str
    imports: ImportBlock
    typing_imports: ImportBlock
    clients: tuple[ClientView, ...]


class SettingsView(Struct, frozen=True):
    """The `_settings.py`: the assignment of its one value."""

    docstring: str
    imports: ImportBlock
    rate_limits: Assign | None
    settings: Assign


class ResourceBaseView(Struct, frozen=True):
    """The `_resource.py`: the classes that all resources extend, each with its docstring."""

    docstring: str
    imports: ImportBlock
    classes: tuple[tuple[ClassHead, str], ...]
    all_names: Assign


class ErrorView(Struct, frozen=True):
    """An exception that only this API has."""

    head: ClassHead
    docstring: str


class ErrorsView(Struct, frozen=True):
    """The `_errors.py`: the exceptions that only this API has, each after its base."""

    docstring: str
    imports: ImportBlock
    classes: tuple[ErrorView, ...]


class RateLimitsView(Struct, frozen=True):
    """The `rate_limits.py`."""

    has_redis: bool


class TransportsView(Struct, frozen=True):
    """The `transports.py`: the modules of names in the core, as its table and as imports."""

    typing_imports: ImportBlock
    homes: Assign


class PackageInitView(Struct, frozen=True):
    """An `__init__.py` that imports nothing until a name is accessed.

    `all_names` assigns its `__all__`, `exports` the names by the module that has them; all others are
    submodules. `version` assigns `__version__`; a package within the package has none.
    """

    docstring: str
    all_names: Assign
    exports: Assign
    typing_imports: ImportBlock
    version: Assign | None = None


class DefaultModelsView(Struct, frozen=True):
    """A `models.py` that has the models of the default version; `module` is where they are defined.

    `is_lazy` says whether that is a package which imports each model on first access.
    """

    docstring: str
    module: str
    module_literal: Constant
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
    core_extras: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    entry_points: tuple[tuple[str, tuple[str, ...]], ...] = ()


class OAuthView(Struct, frozen=True):
    """The module with the class of an application; its attributes describe the flow."""

    docstring: str
    imports: ImportBlock
    head: ClassHead
    attributes: tuple[Assign, ...]


class PlannedFile(Struct, frozen=True):
    """A template, the path below the output that it is rendered to, and what it is given."""

    template: str
    path: str
    view: object


class Plan(Struct, frozen=True):
    """Every rendered file of the output, by path; `module` places the files that are only copied.

    `header` is the comment at the top of each of them. `additions` are files that are taken as they
    are, by path; `omitted` are files of the package, by their path in it, that are not copied.
    """

    files: tuple[PlannedFile, ...]
    header: str
    additions: Mapping[str, str]
    module: str
    warnings: tuple[Diagnostic, ...]
    omitted: frozenset[str] = frozenset()

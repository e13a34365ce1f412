"""Define the views for templates: one frozen class for each kind of file.

Code is a tree, which the filter `code` of the templates prints. All other strings are inserted
unchanged, including docstrings.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from specloom.diagnostics import Diagnostic
from specloom.python.code import (
    Assign,
    ClassHead,
    Evaluate,
    FunctionHead,
    ImportBlock,
    ImportFrom,
    Name,
    Return,
)


class FieldView(Struct, frozen=True):
    """One field of a model: its statement and its docstring, which may be empty."""

    name: str
    declaration: Assign
    docstring: str = ""


class ClassView(Struct, frozen=True):
    """A model.

    Attributes:
        name: the name of the class.
        head: the class with its bases.
        docstring: its docstring.
        additional: the head of the property with the additional fields, if these have a type.
        typed_fields: the function of the core that returns them.
        fields: its fields.
    """

    name: str
    head: ClassHead
    docstring: str
    additional: FunctionHead | None
    typed_fields: Name | None
    fields: tuple[FieldView, ...]


class AliasView(Struct, frozen=True):
    """A type alias, `name: TypeAlias = type`, and its docstring, which may be empty."""

    name: str
    declaration: Assign
    docstring: str = ""


class ModelsView(Struct, frozen=True):
    """A module of models. `names` are those that it defines."""

    docstring: str
    imports: ImportBlock
    enums: tuple[AliasView, ...]
    classes: tuple[ClassView, ...]
    aliases: tuple[AliasView, ...]
    names: tuple[str, ...]


class MethodView(Struct, frozen=True):
    """A method: its head, its docstring, and its only statement.

    If the return type depends on an argument, `overloads` contains the overloads, and `overload` the
    name of their decorator.
    """

    name: str
    head: FunctionHead
    docstring: str
    statement: Return
    overload: str = ""
    overloads: tuple[FunctionHead, ...] = ()


class AttributeView(Struct, frozen=True):
    """A property that creates a resource on first access. `decorator` is the decorator of the property.

    `import_line` imports the class of the resource in the property. It is None if the module defines
    the class.
    """

    name: str
    decorator: str
    head: FunctionHead
    docstring: str
    import_line: ImportFrom | None
    statement: Return


class ResourceClassView(Struct, frozen=True):
    """A resource class: its head, its docstring, which may be empty, its sub-resources and its methods."""

    name: str
    head: ClassHead
    docstring: str
    attributes: tuple[AttributeView, ...] = ()
    methods: tuple[MethodView, ...] = ()


class ResourceModuleView(Struct, frozen=True):
    """A module of resource classes and of the operations that they send.

    `values` are assignments of values that several operations share. `constants` are the assignments of
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
    """A method of a client that returns a resource for given values of its root's parameters."""

    name: str
    head: FunctionHead
    docstring: str
    statement: Return


class ClientView(Struct, frozen=True):
    """A sync or async client class.

    `init` is the head of its `__init__`, and `statements` the body of that. A class that only adds
    handwritten methods has none.
    """

    name: str
    head: ClassHead
    docstring: str
    init: FunctionHead | None
    statements: tuple[Evaluate, ...]
    attributes: tuple[AttributeView, ...]
    open_resources: tuple[OpenResourceView, ...]


class ClientModuleView(Struct, frozen=True):
    """The module of a version's two clients."""

    docstring: str
    imports: ImportBlock
    clients: tuple[ClientView, ...]


class BasesView(Struct, frozen=True):
    """The module `_bases.py`, with the classes that classes with handwritten methods extend.

    `typing_imports` and the assignments in `missing` are for type checkers, those in `names` for the run time.
    """

    docstring: str
    typing_imports: ImportBlock
    missing: tuple[Assign, ...]
    names: tuple[Assign, ...]
    all_names: Assign


class SettingsView(Struct, frozen=True):
    """The module `_settings.py`, which assigns up to two values."""

    docstring: str
    imports: ImportBlock
    rate_limits: Assign | None
    settings: Assign | None


class ResourceBaseView(Struct, frozen=True):
    """The module `_resource.py` with the base classes of all resources, each with its docstring."""

    docstring: str
    imports: ImportBlock
    classes: tuple[tuple[ClassHead, str], ...]
    all_names: Assign


class ErrorView(Struct, frozen=True):
    """One of the API's own exceptions."""

    head: ClassHead
    docstring: str


class ErrorsView(Struct, frozen=True):
    """The module `_errors.py` with the API's own exceptions, each after its base."""

    docstring: str
    imports: ImportBlock
    classes: tuple[ErrorView, ...]


class RateLimitsView(Struct, frozen=True):
    """The module `rate_limits.py`. `core` is the package with the core, as the module imports it."""

    has_redis: bool
    core: str


class StreamingView(Struct, frozen=True):
    """The module `streaming.py`. `core` is the package with the core, as the module imports it."""

    core: str


class PackageInitView(Struct, frozen=True):
    """A module that imports nothing until a name is accessed.

    `exported` assigns its `__all__`, in the order of the modules that define the names. `homes` assigns
    the number of names of each module to the table of modules. `lazy_exports` assigns its `__getattr__`
    and `__dir__`, which are made of these. `version` assigns the `__version__` of the package.
    """

    docstring: str
    imports: ImportBlock
    exported: Assign
    homes: Assign
    lazy_exports: Assign
    typing_imports: ImportBlock
    version: Assign | None = None


class DefaultModelsView(Struct, frozen=True):
    """A `models.py` with the models of the default version. `module` is the module that defines them.

    `is_lazy` is true if that module is a package that imports each model on first access.
    """

    docstring: str
    module: str
    is_lazy: bool


class GuideView(Struct, frozen=True):
    """The guide in a README: how to open a client, a first call, and all calls with their requests.

    `credentials` contains arguments of the client and what each takes, `versions` the modules and the
    versions of the API whose clients are in them. If there are many calls, `resources` contains their
    number by resource instead.
    """

    opened: str
    first: str
    is_paged: bool
    calls: tuple[tuple[str, str], ...]
    resources: tuple[tuple[str, int], ...]
    credentials: tuple[tuple[str, str], ...] = ()
    versions: tuple[tuple[str, str], ...] = ()


class DistributionView(Struct, frozen=True):
    """The files of the distribution, pyproject.toml and README.md, with all strings escaped.

    `guide` is set if the project has no guide of its own. `license_toml` is empty if no license is
    declared, and `documentation` if the project has no URL of a guide. `authors` are inline tables,
    `extras`, `scripts` and `urls` are lines of a table, and `entry_points` are the name and the lines of each
    table. `dependencies`, `build_requires` and `build_backend` are TOML strings, and `build_settings`
    are the lines that tell the backend what the package is.
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
    documentation: str = ""
    core_extras: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    entry_points: tuple[tuple[str, tuple[str, ...]], ...] = ()
    build_requires: str = ""
    build_backend: str = ""
    build_settings: tuple[str, ...] = ()
    dependencies: tuple[str, ...] = ()


class CommandLineView(Struct, frozen=True):
    """The module with the program. `core` is the package with the core, as a module imports it."""

    core: str
    program: Assign


class OAuthView(Struct, frozen=True):
    """The module with the class of an OAuth application. The attributes describe the flow."""

    docstring: str
    imports: ImportBlock
    head: ClassHead
    attributes: tuple[Assign, ...]


class PlannedFile(Struct, frozen=True):
    """A template, its view, and the path of the rendered file below the output folder."""

    template: str
    path: str
    view: object


class Plan(Struct, frozen=True):
    """All rendered files of the output, by path. `module` is the package to which other files are copied.

    `header` is the comment at the top of each rendered file. `additions` are handwritten files by path,
    which are copied unchanged. `omitted` are files of the package, by their path in it, that are not
    copied. `features` are those of the core that the package needs, whose sections are copied.
    """

    files: tuple[PlannedFile, ...]
    header: str
    additions: Mapping[str, str]
    module: str
    warnings: tuple[Diagnostic, ...]
    omitted: frozenset[str] = frozenset()
    features: tuple[str, ...] = ()

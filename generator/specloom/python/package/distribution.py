"""Plan the `__init__` modules, pyproject.toml and README of a package."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from specloom.ir import ApiVersion
from specloom.project.model import module_name
from specloom.python import code
from specloom.python.clients.oauth import plan_oauth
from specloom.python.clients.resources import SYNC_AND_ASYNC, class_name
from specloom.python.code.docstrings import docstring, sentence
from specloom.python.code.imports import Imports
from specloom.python.layout.features import EXPORTS, FEATURES, TRANSPORTS
from specloom.python.layout.layout import Layout
from specloom.python.package.backends import BACKENDS, toml_string
from specloom.python.package.guide import plan_guide
from specloom.python.package.lazy import plan_lazy_package
from specloom.python.package.shared_core import (
    CORE_DEPENDENCIES,
    MSGSPEC,
    author_entry,
    core_requirement,
)
from specloom.python.views import (
    DefaultModelsView,
    DistributionView,
    ModelsView,
    PackageInitView,
    ResourceBaseView,
    ResourceModuleView,
)


def plan_package_init(
    layout: Layout, features: tuple[str, ...], scalars: tuple[str, ...]
) -> PackageInitView:
    """Plan the `__init__` of the package, with the default version's clients, the errors and the options.

    `features` are those of the package. `scalars` are the classes of formats that callers need.
    """
    package = layout.project.package
    homes = [EXPORTS, *(FEATURES[each].exports for each in features)]
    exports = {
        name: f"{layout.package}{module}" if module[0] == "." else layout.core(module)
        for each in homes
        for module, names in each.items()
        for name in names
    }
    exports |= {name: layout.core("scalars") for name in scalars}
    exports |= dict.fromkeys(layout.project.errors.classes, layout.errors)
    default = layout.project.default_version
    exports |= _clients(layout, default)
    if plan_oauth(layout) is not None:
        exports["OAuth"] = layout.oauth
    versions = tuple(module_name(each) for each in layout.project.versions if each)
    submodules = (*versions, "models", "transports")
    lead = sentence(layout.metadata.description) or f"A typed client for {package.distribution}."
    note = f"The clients at the top level are those of version {default}." if default else ""
    view = plan_lazy_package(
        layout.package, docstring(lead, note), exports, submodules, layout.core("lazy")
    )
    version = code.Assign("__version__", code.Constant(layout.metadata.version))
    return replace(view, version=version)


def plan_default_models(layout: Layout) -> DefaultModelsView:
    """Plan the module with the models of the default version, whose name is the same for every version."""
    default = layout.project.default_version
    home = layout.models(default)
    return DefaultModelsView(
        docstring(f"The models of version {default}, from `{home}`."),
        home,
        is_lazy=layout.has_several_models_modules(default),
    )


def plan_version_init(version: ApiVersion, layout: Layout) -> PackageInitView:
    """Plan the `__init__` of one version, with its clients and its models."""
    text = docstring(f"{layout.project.package.distribution}, version {version.name}.")
    exports = _clients(layout, version.name)
    return plan_lazy_package(
        layout.version(version.name), text, exports, ("models",), layout.core("lazy")
    )


def plan_resources_init(
    version: ApiVersion, layout: Layout, modules: Mapping[str, ResourceModuleView]
) -> PackageInitView:
    """Plan the `__init__` of a version's resources. It imports each class on first access."""
    package = layout.resources(version.name)
    homes: dict[str, str] = {}
    for each in version.resources:
        key = (version.name, (each.name,))
        homes[layout.names.resources[key].class_name] = layout.resource(key)
    exports = {
        class_name(name, is_async): home
        for name, home in homes.items()
        for is_async in SYNC_AND_ASYNC
    }
    shared = {
        layout.implementation(each.id)
        for each in layout.interned.implementations
        if layout.is_shared(each.id)
    }
    for module in sorted({*modules} - shared, key=lambda name: (name.count("."), name)):
        for view in modules[module].classes:
            exports.setdefault(view.name, module)
    return plan_lazy_package(
        package, docstring("The resources of the client."), exports, (), layout.core("lazy")
    )


def plan_models_init(
    version: ApiVersion, layout: Layout, modules: Mapping[str, ModelsView]
) -> PackageInitView:
    """Plan the `__init__` of a version's models, including those that older versions define.

    It imports each model on first access.
    """
    package = layout.models(version.name)
    exports = {
        layout.names.schemas[version.name, key]: layout.home(key)
        for key in layout.emitted[version.name]
    }
    exports |= {name: module for module in modules for name in modules[module].names}
    title = f"version {version.name}" if version.name else version.title or "this API"
    return plan_lazy_package(
        package, docstring(f"Models of {title}."), exports, (), layout.core("lazy")
    )


def plan_resource_base(layout: Layout, features: tuple[str, ...]) -> ResourceBaseView:
    """Plan the base classes of all resources, which extend those of the core and of features."""
    mixins = [mixin for each in features if (mixin := FEATURES[each].mixin)]
    ways = ("Resource", "AsyncResource")
    imports = Imports(layout.resource_base, defined=ways if mixins else ())
    classes: list[tuple[code.ClassHead, str]] = []
    for way in ways:
        bases = tuple(
            imports.imported(layout.core(module), way.replace("Resource", f"{name}Resource"))
            for module, name in mixins
        )
        if bases:
            classes.append(
                (code.ClassHead(way, bases), docstring("The base class of all resources."))
            )
        else:
            imports.imported(layout.core("resource"), way)
    return ResourceBaseView(
        docstring=docstring("The base class of all resources of this package."),
        imports=imports.block(),
        classes=tuple(classes),
        all_names=code.Assign("__all__", code.constant(sorted(ways))),
    )


def plan_transports(layout: Layout, features: tuple[str, ...]) -> PackageInitView:
    """Plan the module with the transports of this package. It imports each one on first access."""
    exports = {
        name: layout.core(module)
        for each in [TRANSPORTS, *(FEATURES[feature].transports for feature in features)]
        for module, names in each.items()
        for name in names
    }
    text = docstring("The transports of clients, and the types for transports of your own.")
    module = f"{layout.package}.transports"
    return plan_lazy_package(module, text, exports, (), layout.core("lazy"))


def plan_distribution(layout: Layout, features: tuple[str, ...]) -> DistributionView:
    """Plan the files of the distribution. Strings are quoted here, because templates do not quote."""
    package, default = layout.project.package, layout.project.default_version
    version = next(each for each in layout.interned.api.versions if each.name == default)
    guide = package.guide.strip()
    metadata = layout.metadata
    backend = BACKENDS[package.build_backend]
    return DistributionView(
        distribution=package.distribution,
        distribution_toml=toml_string(package.distribution),
        version_toml=toml_string(metadata.version),
        description=sentence(metadata.description),
        description_toml=toml_string(metadata.description),
        license_toml=toml_string(metadata.license) if metadata.license else "",
        authors=tuple(map(author_entry, metadata.authors)),
        urls=tuple(f"{toml_string(label)} = {toml_string(url)}" for label, url in metadata.urls),
        documentation=metadata.documentation,
        module=package.module,
        client=package.client,
        written_guide=guide,
        guide=None if guide else plan_guide(version, layout),
        versions=tuple(
            module_name(each.name) for each in layout.interned.api.versions if each.name
        ),
        has_license_file=bool(package.license_text),
        core_extras=tuple(
            f"{name} = [{toml_string(requirement)}]"
            for name, requirement in sorted(
                filter(None, (FEATURES[each].extra for each in features))
            )
        ),
        extras=tuple(
            f"{toml_string(name)} = [{', '.join(map(toml_string, needs))}]"
            for name, needs in sorted(package.extras.items())
        ),
        scripts=(
            (
                f"{toml_string(package.distribution)} = {toml_string(f'{package.module}.__main__:main')}",
            )
            if "command line" in features
            else ()
        ),
        entry_points=tuple(
            (
                toml_string(group),
                tuple(
                    f"{toml_string(name)} = {toml_string(to)}" for name, to in sorted(found.items())
                ),
            )
            for group, found in sorted(package.entry_points.items())
        ),
        dependencies=_dependencies(layout),
        build_requires=toml_string(backend.requires),
        build_backend=toml_string(backend.module),
        build_settings=backend.settings(package.module),
    )


def _dependencies(layout: Layout) -> tuple[str, ...]:
    core = layout.project.core
    if core is None:
        return tuple(map(toml_string, CORE_DEPENDENCIES))
    return tuple(map(toml_string, (core_requirement(core), MSGSPEC)))


def _clients(layout: Layout, version: str) -> dict[str, str]:
    client = layout.project.package.client
    return {class_name(client, each): layout.client(version) for each in SYNC_AND_ASYNC}

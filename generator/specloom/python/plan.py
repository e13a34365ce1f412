"""Plan the output: names and an interned Api in, every file with its template and its view out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from specloom.diagnostics import Diagnostic, SpecloomError
from specloom.ir import InternedApi
from specloom.naming.assign import Names
from specloom.project import Project
from specloom.python.annotations import Annotator
from specloom.python.clients import plan_clients
from specloom.python.distribution import plan_distribution, plan_package_init, plan_version_init
from specloom.python.layout import Layout, path_of
from specloom.python.literals import named_literals
from specloom.python.models import plan_models
from specloom.python.oauth import plan_oauth
from specloom.python.resources import plan_resource_modules
from specloom.python.settings import plan_settings
from specloom.python.unsupported import unsupported
from specloom.python.untyped import untyped_unions
from specloom.python.usage import usage_of
from specloom.python.views import Plan, PlannedFile

# Modules of the core that are for what only some documents have, and what each needs besides.
OPTIONAL_CORE: Mapping[str, tuple[str, ...]] = {
    "answers": (),
    "choices": ("uploads",),
    "encodings": ("styles",),
    "header_model": (),
    "http_scheme": (),
    "scalars": (),
    "servers": (),
    "styles": (),
    "uploads": (),
    "xml": (),
}


def plan(interned: InternedApi, names: Names, project: Project) -> Plan:
    """Decide every file. Whatever follows only fills templates and writes.

    Raises:
        SpecloomError: something in the documents has no form in Python yet.
    """
    layout = Layout(interned, names, project)
    homes = {key: layout.home(key) for key in interned.api.schemas if key in interned.home}
    classes = {key: layout.class_name(key) for key in homes}
    annotator = Annotator(
        interned.api.schemas,
        classes,
        homes,
        project.formats,
        literals=named_literals(layout),
        package=layout.package,
    )
    files = [
        file
        for version in interned.api.versions
        for file in _version(version.name, layout, annotator)
    ]
    files += _distribution(layout, _imported(files, layout.core("scalars")))
    return Plan(
        files=tuple(sorted(files, key=lambda file: file.path)),
        additions=_additions(project, files),
        module=layout.package,
        warnings=_warnings(interned, names, annotator),
        omitted=_omitted(files, layout),
    )


def _omitted(files: list[PlannedFile], layout: Layout) -> frozenset[str]:
    """The modules of the core that nothing of this package asks for."""
    asked = [name for name in OPTIONAL_CORE if _imported(files, layout.core(name))]
    kept = {each for name in asked for each in (name, *OPTIONAL_CORE[name])}
    return frozenset({*OPTIONAL_CORE, *chain(*OPTIONAL_CORE.values())} - kept)


def _imported(files: list[PlannedFile], module: str) -> tuple[str, ...]:
    """The names that files import from a module."""
    lines = {line for file in files for line in getattr(file.view, "imports", ())}
    head = f"from {module} import "
    found = {
        name.partition(" as ")[0]
        for line in lines
        if line.startswith(head)
        for name in line.removeprefix(head).split(", ")
    }
    return tuple(sorted(found))


def _additions(project: Project, files: list[PlannedFile]) -> dict[str, str]:
    """The modules written by hand, by their path in the output."""
    module = project.package.module
    taken = {file.path for file in files} | {f"{module}/py.typed"}
    additions = {f"{module}/{path}": text for path, text in project.package.additions.items()}
    for path in additions:
        if path in taken or path.startswith(f"{module}/_core/"):
            raise SpecloomError.of(
                "addition-taken",
                f"{path} is a file that is generated, and among the additions as well",
                hint="give the addition another name",
                location=project.setting("additions"),
            )
    return additions


def _distribution(layout: Layout, scalars: tuple[str, ...]) -> list[PlannedFile]:
    view = plan_distribution(layout)
    files = [
        PlannedFile("pyproject.toml.j2", "pyproject.toml", view),
        PlannedFile("README.md.j2", "README.md", view),
        PlannedFile(
            "%module/__init__.py.j2",
            path_of(layout.package, is_package=True),
            plan_package_init(layout, scalars),
        ),
        PlannedFile("%module/_settings.py.j2", path_of(layout.settings), plan_settings(layout)),
    ]
    if (oauth := plan_oauth(layout)) is not None:
        files.append(PlannedFile("%module/_oauth.py.j2", path_of(layout.oauth), oauth))
    if view.has_license_file:
        text = layout.project.package.license_text
        files.append(PlannedFile("LICENSE.j2", "LICENSE", text))
    return files


def _version(name: str, layout: Layout, annotator: Annotator) -> list[PlannedFile]:
    version = next(each for each in layout.interned.api.versions if each.name == name)
    here = "%module/%version/"
    models = plan_models(version, layout, annotator, usage_of(layout.interned))
    files = [
        PlannedFile(f"{here}models.py.j2", path_of(layout.models(name)), models),
        PlannedFile(
            f"{here}_client.py.j2",
            path_of(layout.client(name)),
            plan_clients(version, layout, annotator),
        ),
    ]
    for module, view in plan_resource_modules(version, layout, annotator).items():
        path = path_of(module, is_package=module == layout.resources(name))
        files.append(PlannedFile(f"{here}resources/%resource.py.j2", path, view))
    if name:
        files.append(
            PlannedFile(
                f"{here}__init__.py.j2",
                path_of(layout.version(name), is_package=True),
                plan_version_init(version, layout),
            )
        )
    return files


def _warnings(interned: InternedApi, names: Names, annotator: Annotator) -> tuple[Diagnostic, ...]:
    return (
        *interned.api.warnings,
        *names.warnings,
        *untyped_unions(interned, annotator),
        *unsupported(interned),
    )

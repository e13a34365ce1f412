"""Create the files of a project from a Stainless configuration."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from specloom.diagnostics import Diagnostic
from specloom.documents.document import Node
from specloom.documents.reading.load import load_document, load_source
from specloom.initializing.arguments import take_arguments
from specloom.initializing.client import take_client
from specloom.initializing.configuration import Configuration, read_configuration
from specloom.initializing.document import operation_at
from specloom.initializing.findings import Findings
from specloom.initializing.paging import take_pagination
from specloom.initializing.settings import Settings, at
from specloom.initializing.streaming import take_streaming
from specloom.initializing.writing import overlay_text, project_text
from specloom.naming.words import pascal_case, snake_case
from specloom.project.model import is_distribution_name, module_name
from specloom.project.packaging import canonical_license

OVERLAY = "stainless-overlay.yaml"
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SETTINGS = {"license"}
_SETTINGS_HINTS = {
    "unwrap_response_fields": "calls return the whole response; read the property yourself",
    "file_header": "generated files have their own header; set [package] license_file",
}


class Initial(Struct, frozen=True):
    """The files of a new project by their names, what was converted, and what could not be."""

    files: Mapping[str, str]
    calls: int
    models: int
    left: tuple[Diagnostic, ...]


def from_stainless(configuration: Path, document: Path, folder: Path) -> Initial:
    """Create the project file that gives the client of a document the names in a configuration.

    Args:
        configuration: The configuration, in YAML or JSON.
        document: The OpenAPI document of the configuration, in the folder or below it.
        folder: The folder of the new project file.

    Raises:
        SpecloomError: one of the files cannot be read or is invalid.
    """
    findings = Findings()
    source = load_source(configuration, configuration.as_posix())
    read = read_configuration(source.as_document("a Stainless configuration"), findings)
    described = load_document(document, document.as_posix()).root_node()
    shown = document.resolve().relative_to(folder.resolve()).as_posix()
    settings = _package(read.root, shown, findings)
    take_client(read.root, described, settings, findings)
    _take_calls(read, described, settings, findings)
    _take_models(read, described, settings, findings)
    take_arguments(read, described, settings)
    take_pagination(read, described, settings, findings)
    take_streaming(read, described, settings, findings)
    overlay = OVERLAY if settings.changes else ""
    files = {"specloom.toml": project_text(settings, overlay)}
    if overlay:
        files[overlay] = overlay_text(settings)
    return Initial(files, len(settings.calls), len(settings.names), tuple(findings.diagnostics))


def _package(root: Node, document: str, findings: Findings) -> Settings:
    """Return the settings of the package: its names, its license, its links."""
    target = root.at(("targets", "python"))
    organization = root.get("organization")
    owner = organization.text("name") if organization is not None else None
    module = target.text("package_name") if target is not None else None
    module = module or owner or "client"
    name = (target.text("project_name") if target is not None else None) or module
    settings = Settings(
        name=name if is_distribution_name(name) else "client",
        module=module_name(module),
        client=pascal_case([owner or module]),
        document=document,
    )
    docs = organization.text("docs") if organization is not None else None
    if docs:
        settings.urls["Documentation"] = docs
    more = root.get("settings")
    if more is not None and isinstance(more.value, dict):
        findings.leave_others(more, _SETTINGS, _SETTINGS_HINTS)
        settings.license = canonical_license(more.text("license") or "") or ""
    return settings


def _take_calls(
    configuration: Configuration, document: Node, settings: Settings, findings: Findings
) -> None:
    """Name each operation that has a method, and remove those that are deliberately left out."""
    unspecified = _unspecified(configuration.root)
    for method in configuration.methods:
        key = f"{method.method.upper()} {method.path}"
        call = ".".join(snake_case(each) for each in method.words)
        if operation_at(document, method.method, method.path) is None:
            findings.leave(
                method.node,
                f"the document has no operation {key}, which {call} calls",
                "the operation may have been renamed or removed",
            )
        elif key in settings.calls:
            findings.leave(
                method.node,
                f"{call} is a second call of {key}; only {settings.calls[key]} is generated",
                "use that call",
            )
        else:
            settings.calls[key] = call
    paths = document.get("paths")
    for path, item in paths.items() if paths is not None else ():
        for name in item.mapping():
            key = f"{name.upper()} {path}"
            if name not in _METHODS or key in settings.calls:
                continue
            if key in unspecified:
                settings.change(
                    at("paths", path, name), "It is listed in unspecified_endpoints.", None
                )
            else:
                settings.others.append(key)


def _unspecified(root: Node) -> set[str]:
    found = root.get("unspecified_endpoints")
    given = found.elements() if found is not None and found.value is not None else ()
    parts = [str(each.value).split(maxsplit=1) for each in given]
    return {f"{each[0].upper()} {each[1]}" for each in parts if len(each) == 2}


def _take_models(
    configuration: Configuration, document: Node, settings: Settings, findings: Findings
) -> None:
    """Name each schema that is a model."""
    taken: dict[str, str] = {}
    for model in configuration.models:
        name = pascal_case([model.name])
        pointer = tuple(
            each.replace("~1", "/").replace("~0", "~") for each in model.pointer[2:].split("/")
        )
        if document.at(pointer) is None:
            problem, hint = (
                f"the document has no {model.pointer}",
                "the schema may have been renamed",
            )
        elif model.pointer in settings.names:
            problem = f"{model.pointer} already has the name {settings.names[model.pointer]}"
            hint = "a schema can have only one name"
        elif name in taken:
            problem = f"{taken[name]} already has the name {name}"
            hint = "all models are in one module; set another name under [names]"
        else:
            taken[name] = model.pointer
            settings.names[model.pointer] = name
            continue
        findings.leave(model.node, f"the model {model.qualified!r}: {problem}", hint)

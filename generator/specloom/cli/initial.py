"""The command `init`, which writes the files of a new project."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from specloom.cache import user_cache
from specloom.cli.commands import main
from specloom.cli.output import FILES
from specloom.cli.reporting import end_with_omitted, reporting, warn
from specloom.cli.selection import PROJECT_FILE
from specloom.diagnostics import Location, SpecloomError
from specloom.project.model import (
    Project,
    conflict_of_module,
    is_distribution_name,
    module_name,
    plain_project,
)
from specloom.project.sources import local_files, named_sources

if TYPE_CHECKING:
    from specloom.documents.document import Document
    from specloom.initializing.starting import Names, Start

PYPROJECT = "pyproject.toml"


@main.command()
@click.argument("documents", nargs=-1, required=True)
@click.option(
    "--stainless",
    "configuration",
    type=click.Path(path_type=Path),
    help="A Stainless configuration to take the names of the client from.",
)
@click.option("--package", help="The name of the package. By default the title of the documents.")
@click.option("--client", help="The name of the client class.")
@click.option("--output", help="The folder of the package, relative to the current folder.")
@click.option("--pyproject", is_flag=True, help="Write [tool.specloom] into pyproject.toml.")
@click.option("--ci/--no-ci", default=True, help="Write a GitHub workflow.")
@click.option("--hook/--no-hook", default=True, help="Write a pre-commit hook.")
@click.option("--force", is_flag=True, help="Overwrite existing files.")
def init(
    documents: tuple[str, ...],
    configuration: Path | None,
    package: str | None,
    client: str | None,
    output: str | None,
    pyproject: bool,
    ci: bool,
    hook: bool,
    force: bool,
) -> None:
    """Write a project file for documents, in the current folder.

    DOCUMENTS are files, folders or URLs. The project file has what they say of names, versions, servers, credentials
    and the licence; an overlay proposes how calls page and where errors have their message.

    With --stainless, it gives the client of one document the calls, models and arguments that a Stainless
    configuration names. What it cannot take over is listed with its location, and the exit code is 3.
    """
    from specloom.initializing.starting import Names

    if configuration is not None:
        if len(documents) != 1:
            raise click.UsageError("--stainless requires exactly one document.")
        document, stainless = Path(documents[0]), configuration
        reporting(lambda: _from_stainless(document, stainless, force))
        return
    if package is not None and not is_distribution_name(package):
        raise click.UsageError(f"{package!r} is not a valid package name.")
    if package is not None and (conflict := conflict_of_module(module_name(package))):
        raise click.UsageError(f"Choose another --package: {conflict}.")
    if client is not None and not client.isidentifier():
        raise click.UsageError(f"{client!r} is not a valid class name.")
    names = Names(package or "", client or "", output or "")
    reporting(lambda: _start(documents, names, pyproject=pyproject, ci=ci, hook=hook, force=force))


def _start(
    documents: tuple[str, ...], names: Names, *, pyproject: bool, ci: bool, hook: bool, force: bool
) -> None:
    from specloom.initializing.starting import SCHEMA, files_of
    from specloom.initializing.workflows import HOOK, WORKFLOW, hook_text, workflow_text

    start = _examined(documents, names)
    files = dict(files_of(start, in_pyproject=pyproject))
    project_file = PYPROJECT if pyproject else PROJECT_FILE
    files[SCHEMA] = schema_text()
    if ci:
        files[WORKFLOW] = workflow_text(project_file)
    if hook:
        files[HOOK] = hook_text(project_file)
    if pyproject and Path(PYPROJECT).is_file():
        text = Path(PYPROJECT).read_text("utf-8")
        if re.search(r"^\[tool\.specloom", text, re.MULTILINE):
            _refuse(
                PYPROJECT,
                "pyproject.toml already has a table tool.specloom",
                "remove the table first",
            )
        files[PYPROJECT] = text.rstrip("\n") + "\n\n" + files[PYPROJECT]
    _write(files, force=force, appended=PYPROJECT if pyproject else "")
    paging = [each for each in start.paging if each.extension is not None]
    found = [
        _counted(start.operations, "operation"),
        _counted(len(start.credentials), "credential"),
    ]
    if start.paging:
        found.append(f"pages of {len(paging)} of {_counted(len(start.paging), 'paged operation')}")
    click.echo(f"Found {', '.join(found)}.")
    if undecided := start.undecided():
        click.echo(
            f"Documents disagree on how {undecided[0]}{' and others' if undecided[1:] else ''} page"
            f"{'' if undecided[1:] else 's'}; nothing is proposed. Write an overlay with 'extends' for each document."
        )
    option = f" --project {PYPROJECT}" if pyproject else ""
    click.echo(f"Next: read {project_file}, then run specloom generate{option}")


def _examined(documents: tuple[str, ...], names: Names) -> Start:
    from specloom.fetching.access import Access
    from specloom.fetching.fetch import fetch_sources
    from specloom.initializing.starting import examine
    from specloom.pipeline import check_documents

    sources, notes = named_sources(documents)
    for each in sources:
        if each.address == "-":
            raise click.UsageError(
                "A project file cannot refer to standard input; write the document to a file."
            )
    project = plain_project(sources, package=names.package or "client", output=Path())
    project = fetch_sources(project, Access(), user_cache()).project
    click.get_current_context().meta[FILES] = local_files(project.sources)
    checked = check_documents(project)
    warn(notes, strict=False)
    credentials = _credentials(project, checked)
    return examine(project.sources, checked, Path(), names, credentials)


def _credentials(project: Project, documents: tuple[Document, ...]) -> dict[str, bool]:
    """Return the arguments of the client for credentials, and whether each is one string.

    Several documents may need settings of the project file that does not exist yet, such as their versions.
    They are then examined one by one.
    """
    from specloom.naming.credentials import credential_arguments
    from specloom.pipeline import compile_documents

    try:
        compiled = compile_documents(documents, project)
        arguments = credential_arguments(compiled.interned, compiled.names.security)
        return {name: each.scheme != "basic" for name, each in arguments.items()}
    except SpecloomError:
        if len(documents) == 1:
            return {}
    found: dict[str, bool] = {}
    for source, document in zip(project.sources, documents, strict=True):
        found |= _credentials(replace(project, sources=(source,)), (document,))
    return found


def schema_text() -> str:
    """Return the JSON Schema of the project file."""
    from importlib.resources import files

    return files("specloom.project").joinpath("schema.json").read_text("utf-8")


@main.command()
def schema() -> None:
    """Print the JSON Schema of the project file, for editors."""
    click.echo(schema_text(), nl=False)


def _from_stainless(document: Path, configuration: Path, force: bool) -> None:
    from specloom.initializing import from_stainless

    folder = Path()
    if not document.resolve().is_relative_to(folder.resolve()):
        raise SpecloomError.of(
            "invalid-project",
            "the document is not inside the current folder, where the project file is written",
            hint="run the command in a folder that contains the document",
            location=Location(document.as_posix()),
        )
    initial = from_stainless(configuration, document, folder)
    _write(initial.files, force=force)
    click.echo(
        f"{initial.calls} calls and {initial.models} models have the names of the configuration"
    )
    click.echo(f"Next: run specloom generate --project {PROJECT_FILE}")
    warn(initial.left, strict=False)
    end_with_omitted(initial.left)


def _write(files: Mapping[str, str], *, force: bool, appended: str = "") -> None:
    from specloom.emit.write import write_text

    for name in files:
        if Path(name).exists() and not force and name != appended:
            _refuse(
                name,
                f"the file {name} already exists",
                "remove it, or pass --force to overwrite it",
            )
    for name, text in files.items():
        write_text(Path(name), text)
        click.echo(f"wrote    {name}")


def _refuse(name: str, message: str, hint: str) -> None:
    raise SpecloomError.of("file-exists", message, hint=hint, location=Location(name))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

"""The command line: documents or a project file in, a package, a report or a located error out."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from traceback import print_exception
from typing import TYPE_CHECKING, TypeVar

import click

from specloom import __version__
from specloom.diagnostics import (
    Diagnostic,
    Location,
    Severity,
    SpecloomError,
    format_diagnostic,
)
from specloom.cache import VARIABLE, Cache, user_cache
from specloom.project import FORMATTERS, Project, is_distribution_name, plain_project
from specloom.stages import Stages

if TYPE_CHECKING:
    from specloom.generated import Generated

PROJECT_FILE = "specloom.toml"
OMITTED = 3
"""The exit code of a run that left parts of a document out."""
FAULT = 70
"""The exit code of a run that ended in a fault of our own."""
TRACEBACK = "specloom.traceback"

Command = TypeVar("Command", bound=Callable[..., None])


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """Keep what every command takes and only `_project` needs."""
    context.meta[f"specloom.{parameter.name}"] = value


def _ask_for_traceback(context: click.Context, _: click.Parameter, value: bool) -> None:
    context.meta[TRACEBACK] = value


def _inputs(command: Command) -> Command:
    """The arguments that say what to work on."""
    for decorate in reversed(
        (
            click.argument("documents", nargs=-1, type=click.Path(path_type=Path)),
            click.option(
                "--project",
                "project_file",
                type=click.Path(path_type=Path),
                help=f"The project file; {PROJECT_FILE} in this folder if nothing is named.",
            ),
            click.option("--package", help="The package that plain documents become."),
            click.option(
                "--strict",
                is_flag=True,
                help="Take warnings for errors: with one, nothing is done.",
            ),
            click.option(
                "--traceback",
                is_flag=True,
                expose_value=False,
                is_eager=True,
                callback=_ask_for_traceback,
                help="Show the calls that led to a fault of specloom itself.",
            ),
            click.option(
                "--allow-folder",
                "folders",
                multiple=True,
                type=click.Path(path_type=Path),
                expose_value=False,
                callback=_remember,
                help="A folder that documents may refer to besides their own; may be repeated.",
            ),
            click.option(
                "--allow-urls",
                "urls",
                is_flag=True,
                expose_value=False,
                callback=_remember,
                help="Fetch what documents refer to by http and https.",
            ),
        )
    ):
        command = decorate(command)
    return command


def _making(command: Command) -> Command:
    """The options of commands that make the package: where to, and by which means."""
    for decorate in (
        click.option(
            "--no-cache",
            "no_cache",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help="Take nothing from the cache of earlier runs, and leave nothing there.",
        ),
        click.option(
            "--formatter",
            type=click.Choice(FORMATTERS),
            expose_value=False,
            callback=_remember,
            help="What formats the package; the project file's, or black, if it is left out.",
        ),
        click.option(
            "--output",
            type=click.Path(path_type=Path),
            help="The folder to write; the project file's if it is left out.",
        ),
    ):
        command = decorate(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="specloom")
def main() -> None:
    """Turn OpenAPI documents into one small, typed Python client package.

    Name the documents and a --package, or write a project file.
    """


@main.command()
@_inputs
@_making
@click.option("--profile", is_flag=True, help="Show the CPU seconds of each stage.")
def generate(
    documents: tuple[Path, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    output: Path | None,
    profile: bool,
) -> None:
    """Write the package: only files that changed, all of them or none."""
    project = _project(documents, project_file, package, output)

    def run() -> None:
        from specloom.emit.write import write, write_text

        with _stages(measuring=profile) as stages:
            made = _generated(project, strict, stages)
            files = made.files
            with stages.stage("write"):
                changes = write(files, project.output)
                pinned = project.pins is not None and write_text(project.pins, made.pins)
        if project.pins is not None and pinned:
            click.echo(f"changed  {project.pins.as_posix()}")
        for verb, paths in (
            ("added", changes.added),
            ("changed", changes.changed),
            ("removed", changes.removed),
        ):
            for path in paths:
                click.echo(f"{verb:8} {path}")
        click.echo(
            f"{project.output.as_posix()}: {len(files)} files, {changes.unchanged} unchanged"
        )
        _tell_omitted(made.warnings)

    _reporting(run)


@main.command()
@_inputs
@_making
def check(
    documents: tuple[Path, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    output: Path | None,
) -> None:
    """Tell whether the output is what generate would write; write nothing."""
    project = _project(documents, project_file, package, output)

    def run() -> None:
        from specloom.emit.write import compare

        with _stages() as stages:
            made = _generated(project, strict, stages)
        changes = compare(made.files, project.output)
        drift = {
            **dict.fromkeys(changes.added, "is missing"),
            **dict.fromkeys(changes.changed, "differs"),
            **dict.fromkeys(changes.removed, "is stale"),
        }
        if project.pins is not None and not project.pins.is_file():
            drift[project.pins.as_posix()] = "is missing"
        elif project.pins is not None and project.pins.read_text("utf-8") != made.pins:
            drift[project.pins.as_posix()] = "differs"
        if drift:
            raise SpecloomError(
                Diagnostic(
                    "drift",
                    f"{path} {what}",
                    "run specloom generate",
                    Location(project.output.as_posix()),
                )
                for path, what in sorted(drift.items())
            )
        click.echo(f"{project.output.as_posix()}: up to date")
        _tell_omitted(made.warnings)

    _reporting(run)


@main.command()
@_inputs
def validate(
    documents: tuple[Path, ...], project_file: Path | None, package: str | None, strict: bool
) -> None:
    """Check documents after their overlays: references, and the OpenAPI schema."""
    project = _project(documents, project_file, package, Path(), default_package="client")

    def run() -> None:
        from specloom.pipeline import check_documents

        checked = check_documents(project)
        findings = [finding for document in checked for finding in document.findings]
        _warn(findings, strict)
        for document in checked:
            count = len(document.findings)
            click.echo(f"{document.path}: {f'{count} findings' if count else 'valid'}")
        _tell_omitted(findings)

    _reporting(run)


@main.command()
@_inputs
@click.option("--calls", is_flag=True, help="Instead: how the package reaches each operation.")
def inspect(
    documents: tuple[Path, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    calls: bool,
) -> None:
    """Print the IR as JSON: versions, resources, operations, schemas."""
    project = _project(documents, project_file, package, Path(), default_package="client")

    def run() -> None:
        from specloom.inspection import to_json
        from specloom.pipeline import call_map, compile_project

        compiled = compile_project(project)
        _warn([*compiled.interned.api.warnings, *compiled.names.warnings], strict)
        click.echo(to_json(call_map(compiled) if calls else compiled.interned))

    _reporting(run)


@main.command()
@_inputs
@click.option(
    "--tested",
    type=click.Path(path_type=Path),
    help="A record of tests: lines of document, method and path, divided by tabs.",
)
@click.option(
    "--page", "page_file", type=click.Path(path_type=Path), help="Write an HTML page too."
)
def coverage(
    documents: tuple[Path, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    tested: Path | None,
    page_file: Path | None,
) -> None:
    """Count operations by resource and version: declared / generated / tested."""
    project = _project(documents, project_file, package, Path(), default_package="client")

    def run() -> None:
        from rich.console import Console
        from rich.table import Table

        from specloom.coverage import count, page, read_tested, table
        from specloom.emit.write import write_text
        from specloom.pipeline import cover_project

        covered = cover_project(project, read_tested(tested))
        shown = Table("resource", *project.versions, "all", title="declared / generated / tested")
        for row in table(covered, project.versions):
            shown.add_row(*row)
        Console(width=None if sys.stdout.isatty() else 140).print(shown)
        if page_file is not None:
            write_text(page_file, page(covered, project.versions, "Coverage of operations"))
        total = count(covered)
        if total.generated < total.declared:
            missing = [each for each in covered if each.call is None]
            raise SpecloomError.of(
                "not-generated",
                f"{len(missing)} operations have no call, {missing[0].method} {missing[0].path} first",
                hint="see what generate says of them",
            )

    _reporting(run)


@main.command()
@click.option("--clear", is_flag=True, help="Remove everything in it.")
def cache(clear: bool) -> None:
    """Tell where results of earlier runs are kept, and how much there is of them."""
    kept = user_cache()
    if kept.folder is None:
        raise click.ClickException(f"Others may write to the cache folder; name one by {VARIABLE}.")
    if clear:
        kept.clear()
    count, size = kept.usage()
    click.echo(f"{kept.folder}: {count} entries, {size / 1e6:.1f} MB")


def _project(
    documents: tuple[Path, ...],
    project_file: Path | None,
    package: str | None,
    output: Path | None,
    *,
    default_package: str = "",
) -> Project:
    """The project that the command line asks for; wrong usage ends the run with exit code 2."""
    project = _named_project(documents, project_file, package, output, default_package)
    meta = click.get_current_context().meta
    folders: tuple[Path, ...] = meta.get("specloom.folders", ())
    formatter: str | None = meta.get("specloom.formatter")
    if formatter is not None:
        project = replace(project, package=replace(project.package, formatter=formatter))
    return replace(
        project,
        reference_folders=(*project.reference_folders, *folders),
        reference_urls=project.reference_urls or bool(meta.get("specloom.urls")),
    )


def _named_project(
    documents: tuple[Path, ...],
    project_file: Path | None,
    package: str | None,
    output: Path | None,
    default_package: str,
) -> Project:
    if documents:
        if project_file is not None:
            raise click.UsageError("Name documents or a --project, not both.")
        package = package or default_package
        if not package:
            raise click.UsageError("Documents need the name of the --package they become.")
        if not is_distribution_name(package):
            raise click.UsageError(f"{package!r} is no name that a package may have.")
        if output is None:
            raise click.UsageError("Documents need the --output folder of the package.")
        return _reporting(lambda: plain_project(documents, package=package, output=output))
    if project_file is None and not Path(PROJECT_FILE).is_file():
        raise click.UsageError(f"Name documents, or a --project; there is no {PROJECT_FILE} here.")
    if package is not None:
        raise click.UsageError("The project file names the package; --package is for documents.")
    from specloom.project_file import load_project

    project = _reporting(lambda: load_project(project_file or Path(PROJECT_FILE)))
    return project if output is None else project.with_output(output)


def _generated(project: Project, strict: bool, stages: Stages) -> Generated:
    from specloom.runs import generate as make

    no_cache = click.get_current_context().meta.get("specloom.no_cache")
    with _rare_collections():
        made = make(project, stages, Cache(None) if no_cache else user_cache())
    _warn(made.warnings, strict)
    return made


Result = TypeVar("Result")


def _reporting(run: Callable[[], Result]) -> Result:
    """Run, and turn a located error into its text and exit code 1."""
    try:
        return run()
    except SpecloomError as error:
        _print(error.diagnostics)
        errors = sum(each.severity is Severity.ERROR for each in error.diagnostics)
        click.echo(f"{errors} error{'s' if errors != 1 else ''}; nothing was written", err=True)
        sys.exit(1)
    except click.ClickException:
        raise
    except Exception as error:  # never a bare traceback: it does not say where in the document
        from specloom.unexpected import unexpected

        context = click.get_current_context(silent=True)
        if context is not None and context.meta.get(TRACEBACK):
            print_exception(error)
        _print([unexpected(error)])
        sys.exit(FAULT)


def _warn(warnings: Iterable[Diagnostic], strict: bool) -> None:
    warnings = tuple(dict.fromkeys(warnings))
    if strict and warnings:
        raise SpecloomError(replace(each, severity=Severity.ERROR) for each in warnings)
    _print(warnings)


def _tell_omitted(findings: Iterable[Diagnostic]) -> None:
    """End the run with exit code 3 if anything was left out."""
    omitted = sum(each.severity is Severity.OMITTED for each in dict.fromkeys(findings))
    if omitted:
        click.echo(f"{omitted} part{'s' if omitted != 1 else ''} left out", err=True)
        sys.exit(OMITTED)


def _print(diagnostics: Iterable[Diagnostic]) -> None:
    for each in diagnostics:
        click.echo(format_diagnostic(each, _position), err=True)


def _position(location: Location) -> tuple[int, int] | None:
    from specloom.documents.positions import position

    path = Path(location.document)
    return position(path, location.pointer) if path.is_file() else None


@contextmanager
def _rare_collections() -> Generator[None]:
    """Look for cyclic garbage rarely: a run makes little of it, and keeps millions of objects."""
    before = gc.get_threshold()
    gc.set_threshold(500_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _stages(*, measuring: bool = False) -> Generator[Stages]:
    """The stages of a run: named where a person looks on, and shown with what they took if asked to."""
    if not sys.stderr.isatty():
        stages = Stages(measuring=measuring)
        yield stages
    else:
        from rich.console import Console

        with Console(stderr=True).status("load") as status:
            stages = Stages(status.update, measuring=measuring)
            yield stages
    if measuring:
        from specloom.profile import show

        show(stages)

"""The commands: documents or a project file in, a package or a report out."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from specloom import __version__
from specloom.cache import VARIABLE, Cache, user_cache
from specloom.cli.arguments import (
    inputs,
    making,
    naming,
    project_of,
    with_published,
    write_lock,
)
from specloom.cli.reporting import (
    reporting,
    say_waiting,
    show_left_out,
    shown_stages,
    tell_omitted,
    warn,
)
from specloom.diagnostics import Diagnostic, Location, SpecloomError
from specloom.project.model import Project
from specloom.stages import Stages

if TYPE_CHECKING:
    from specloom.generated import Generated


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="specloom")
def main() -> None:
    """Turn OpenAPI documents into one small, typed Python client package.

    Name the documents and a --package, or write a project file.
    """


@main.command()
@inputs
@making
@click.option("--profile", is_flag=True, help="Show the CPU seconds of each stage.")
def generate(
    documents: tuple[str, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    output: Path | None,
    profile: bool,
) -> None:
    """Write the package: only files that changed, all of them or none."""
    project = project_of(documents, project_file, package, output)

    def run() -> None:
        from specloom.emit.lock import locked
        from specloom.emit.write import write, write_text

        with (
            locked(project.output, waiting=partial(say_waiting, project.output)),
            shown_stages(measuring=profile) as stages,
        ):
            made = generated(project, strict, stages)
            with stages.stage("write"):
                changes = write(made.files, project.output, names_of(project, made))
                write_lock(project)
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
        count = len(changes.added) + len(changes.changed) + changes.unchanged
        click.echo(f"{project.output.as_posix()}: {count} files, {changes.unchanged} unchanged")
        tell_omitted(made.warnings)

    reporting(run)


@main.command()
@inputs
@making
def check(
    documents: tuple[str, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    output: Path | None,
) -> None:
    """Tell whether the output is up to date. Nothing is written."""
    project = project_of(documents, project_file, package, output)

    def run() -> None:
        from specloom.emit.lock import locked
        from specloom.emit.write import compare

        with locked(project.output, shared=True, waiting=partial(say_waiting, project.output)):
            with shown_stages() as stages:
                made = generated(project, strict, stages)
            changes = compare(made.files, project.output, names_of(project, made))
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
        tell_omitted(made.warnings)

    reporting(run)


@main.command()
@inputs
def validate(
    documents: tuple[str, ...], project_file: Path | None, package: str | None, strict: bool
) -> None:
    """Check documents, their overlays applied.

    Whether references lead somewhere, and the schema of OpenAPI.
    """
    project = project_of(documents, project_file, package, Path(), default_package="client")

    def run() -> None:
        from specloom.pipeline import check_documents

        checked = check_documents(project)
        findings = [finding for document in checked for finding in document.findings]
        warn((*project.notes, *findings), strict)
        for document in checked:
            count = len(document.findings)
            click.echo(f"{document.path}: {f'{count} findings' if count else 'valid'}")
        tell_omitted(findings)

    reporting(run)


@main.command()
@inputs
@naming
@click.option("--calls", is_flag=True, help="Instead: how the package reaches each operation.")
def inspect(
    documents: tuple[str, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    calls: bool,
) -> None:
    """Print the IR as JSON: versions, resources, operations, schemas."""
    output = Path() if documents else None
    project = project_of(documents, project_file, package, output, default_package="client")

    def run() -> None:
        from specloom.cli.inspection import to_json
        from specloom.pipeline import call_map, compile_project, findings_of

        compiled = compile_project(with_published(project))
        warn((*project.notes, *findings_of(compiled)), strict)
        click.echo(to_json(call_map(compiled) if calls else compiled.interned))

    reporting(run)


@main.command()
@inputs
@click.option(
    "--tested",
    type=click.Path(path_type=Path),
    help="A record of tests: lines of document, method and path, divided by tabs.",
)
@click.option(
    "--page", "page_file", type=click.Path(path_type=Path), help="Write an HTML page too."
)
def coverage(
    documents: tuple[str, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    tested: Path | None,
    page_file: Path | None,
) -> None:
    """Count operations that are declared, generated, tested.

    By resource and version, as a table.
    """
    project = project_of(documents, project_file, package, Path(), default_package="client")

    def run() -> None:
        from rich.console import Console
        from rich.table import Table

        from specloom.coverage.operations import count, page, read_tested, table
        from specloom.emit.write import write_text
        from specloom.pipeline import cover_project

        covered, findings = cover_project(project, read_tested(tested))
        warn((*project.notes, *findings), strict)
        shown = Table("resource", *project.versions, "all", title="declared / generated / tested")
        for row in table(covered, project.versions):
            shown.add_row(*row)
        Console(width=None if sys.stdout.isatty() else 140).print(shown)
        show_left_out(project, findings)
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

    reporting(run)


@main.command()
@click.option("--clear", is_flag=True, help="Remove everything in it.")
def cache(clear: bool) -> None:
    """Tell where earlier runs are kept, and how much."""
    kept = user_cache()
    if kept.folder is None:
        raise click.ClickException(f"{kept.refusal}; name another folder by {VARIABLE}.")
    if clear:
        kept.clear()
    count, size = kept.usage()
    click.echo(f"{kept.folder}: {count} entries, {size / 1e6:.1f} MB")


def generated(project: Project, strict: bool, stages: Stages) -> Generated:
    from specloom.runs import generate as make

    no_cache = click.get_current_context().meta.get("specloom.no_cache")
    cache = Cache(None) if no_cache else user_cache()
    if cache.refusal:
        click.echo(f"{cache.refusal}; earlier runs are not used", err=True)
    project = with_published(project)
    with _rare_collections():
        made = make(project, stages, cache)
    # When the process ends, all that is left would be looked through for cycles once more.
    atexit.register(gc.freeze)
    warn((*project.notes, *made.warnings), strict)
    return made


def names_of(project: Project, made: Generated) -> Mapping[str, object]:
    """The names that the manifest of an output records."""
    from specloom.published import names_section

    return names_section(project.package.module, made.published.calls)


@contextmanager
def _rare_collections() -> Generator[None]:
    """Look for cyclic garbage rarely: a run makes little of it, and keeps millions of objects."""
    before = gc.get_threshold()
    gc.set_threshold(500_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)

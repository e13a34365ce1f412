"""Define the main command, and the commands that validate, inspect and count operations."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from specloom import __version__
from specloom.cache import VARIABLE, user_cache
from specloom.cli.arguments import (
    inputs,
    naming,
    project_of,
    with_published,
)
from specloom.cli.output import make_printable, output
from specloom.cli.reporting import (
    end_with_omitted,
    reporting,
    show_left_out,
    warn,
)
from specloom.diagnostics import SpecloomError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="specloom")
def main() -> None:
    """Turn OpenAPI documents into one small, typed Python client package.

    Name the documents and a --package, or write a project file.
    """
    make_printable()


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
            plural = "" if count == 1 else "s"
            output().say(f"{document.path}: {f'{count} finding{plural}' if count else 'valid'}")
        end_with_omitted(findings)

    reporting(run)


@main.command()
@inputs
@naming
@click.option("--calls", is_flag=True, help="Print how each operation is called instead.")
@click.option(
    "--table", is_flag=True, help="Print a table of method, path, call and result instead."
)
def inspect(
    documents: tuple[str, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    calls: bool,
    table: bool,
) -> None:
    """Print what specloom reads in the documents, as JSON.

    With --table, a line for each operation, and what `[select]` leaves out.
    """
    output = Path() if documents else None
    project = project_of(documents, project_file, package, output, default_package="client")

    def run() -> None:
        from specloom.cli.inspection import to_json
        from specloom.pipeline import call_map, compile_project, findings_of

        compiled = compile_project(with_published(project))
        findings = findings_of(compiled)
        warn((*project.notes, *findings), strict)
        if table:
            from specloom.cli.inspection import show_calls

            show_calls(compiled)
            show_left_out(project, findings)
            return
        click.echo(to_json(call_map(compiled) if calls else compiled.interned))

    reporting(run)


@main.command()
@inputs
@click.option(
    "--tested",
    type=click.Path(path_type=Path),
    help="A record of the tests: lines of document, method and path, separated by tabs.",
)
@click.option(
    "--page", "page_file", type=click.Path(path_type=Path), help="Also write an HTML page."
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
                f"{len(missing)} operations have no call; the first one is {missing[0].method} "
                f"{missing[0].path}",
                hint="specloom generate reports the reason",
            )

    reporting(run)


@main.command()
@click.option("--clear", is_flag=True, help="Remove all entries of the cache.")
def cache(clear: bool) -> None:
    """Print where the cache of earlier runs is, and its size."""
    found = user_cache()
    if found.folder is None:
        raise click.ClickException(f"{found.refusal}; set another folder in {VARIABLE}.")
    if clear:
        found.clear()
    count, size = found.usage()
    click.echo(f"{found.folder}: {count} entries, {size / 1e6:.1f} MB")

"""The command `init`: write the files with which a project begins."""

from __future__ import annotations

from pathlib import Path

import click

from specloom.cli.arguments import PROJECT_FILE
from specloom.cli.commands import main
from specloom.cli.reporting import reporting, tell_omitted, warn
from specloom.diagnostics import Location, SpecloomError


@main.command()
@click.argument("document", type=click.Path(path_type=Path))
@click.option(
    "--stainless",
    "configuration",
    type=click.Path(path_type=Path),
    required=True,
    help="The Stainless configuration that the names of the client come from.",
)
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
def init(document: Path, configuration: Path, force: bool) -> None:
    """Write a project file for a document, in the current folder.

    It gives the client the calls, models and arguments that a Stainless configuration names. What it
    cannot take over is listed with its location, and the exit code is 3.
    """

    def run() -> None:
        from specloom.emit.write import write_text
        from specloom.initializing import from_stainless

        folder = Path()
        if not document.resolve().is_relative_to(folder.resolve()):
            raise SpecloomError.of(
                "invalid-project",
                "the document is not below the current folder, where the project file will be",
                hint="change to a folder above the document",
                location=Location(document.as_posix()),
            )
        initial = from_stainless(configuration, document, folder)
        for name in initial.files:
            if (folder / name).exists() and not force:
                raise SpecloomError.of(
                    "file-exists",
                    f"there is a file {name} already",
                    hint="remove it, or overwrite it with --force",
                    location=Location(name),
                )
        for name, text in initial.files.items():
            write_text(folder / name, text)
            click.echo(f"wrote    {name}")
        click.echo(f"{initial.calls} calls and {initial.models} models have their names")
        click.echo(f"Next: specloom generate --project {PROJECT_FILE}")
        warn(initial.left, strict=False)
        tell_omitted(initial.left)

    reporting(run)

"""The commands `bundle` and `upgrade`, which write one document for other tools."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from specloom.cli.arguments import one_document, project_of
from specloom.cli.commands import main
from specloom.cli.output import output
from specloom.cli.reporting import end_with_omitted, reporting, say_aside, warn
from specloom.project.model import Project, Source

if TYPE_CHECKING:
    from specloom.documents.document import Document


@main.command()
@one_document
def bundle(
    document: str | None,
    target: Path | None,
    notation: str | None,
    overlays: tuple[Path, ...],
    project_file: Path | None,
    strict: bool,
) -> None:
    """Write one document that refers to no other file.

    What the document refers to in other files becomes a component of it. With overlays, those of --overlay or
    of the project file, the document is upgraded first, because that is what overlays apply to.

    DOCUMENT is a file, a URL, a file in a revision of git or - for standard input. With a project file, it is
    one of the project's documents, and can be omitted if there is only one.
    """

    def transform(project: Project, source: Source) -> Document:
        from specloom.transforming import bundle_source

        def upgraded() -> None:
            say_aside(f"{source.shown}: upgraded to OpenAPI 3.1, to which the overlays apply")

        return bundle_source(project, source, upgraded)

    _write(transform, document, project_file, overlays, target, notation, strict)


@main.command()
@one_document
def upgrade(
    document: str | None,
    target: Path | None,
    notation: str | None,
    overlays: tuple[Path, ...],
    project_file: Path | None,
    strict: bool,
) -> None:
    """Upgrade a document of Swagger 2.0 or OpenAPI 3.0 to 3.1.

    What cannot be carried over is a warning. References to other files are resolved as by `bundle`, and
    overlays are applied to the result. A document of OpenAPI 3.1 or 3.2 keeps its version.

    DOCUMENT is a file, a URL, a file in a revision of git or - for standard input. With a project file, it is
    one of the project's documents, and can be omitted if there is only one.
    """

    def transform(project: Project, source: Source) -> Document:
        from specloom.transforming import upgrade_source

        return upgrade_source(project, source)

    _write(transform, document, project_file, overlays, target, notation, strict)


def _write(
    transform: Callable[[Project, Source], Document],
    name: str | None,
    project_file: Path | None,
    overlays: tuple[Path, ...],
    target: Path | None,
    notation: str | None,
    strict: bool,
) -> None:
    """Transform a document, report its diagnostics, and write it."""
    if target is None and output().is_document:
        raise click.UsageError("With --format json or sarif, pass the file to write with --output.")
    project, source = _selected(name, project_file)
    added = tuple(Source(each, each.as_posix()) for each in overlays)
    project = replace(project, overlays=(*project.overlays, *added))

    def run() -> None:
        from specloom.documents.writing import dump_json, dump_yaml
        from specloom.emit.write import write_text

        made = transform(project, source)
        warn((*project.notes, *made.findings), strict)
        text = dump_json(made.root) if _is_json(notation, target, source) else dump_yaml(made.root)
        if target is None:
            click.echo(text.encode("utf-8"), nl=False)
        else:
            is_changed = write_text(target, text)
            output().say(f"{'changed' if is_changed else 'unchanged'}  {target.as_posix()}")
        end_with_omitted(made.findings)

    reporting(run)


def _is_json(notation: str | None, target: Path | None, source: Source) -> bool:
    """Return whether to write JSON: as --to or the file's name says, otherwise as the document is."""
    if notation is None:
        name = target.name if target is not None and target.suffix else source.shown
        return name.lower().endswith(".json")
    return notation == "json"


def _selected(name: str | None, project_file: Path | None) -> tuple[Project, Source]:
    """Return the project, and the document of it that the command line names."""
    if name is not None and project_file is None:
        project = project_of((name,), None, None, Path(), default_package="client")
    else:
        project = project_of((), project_file, None, None)
    known = project.sources
    if name is not None and project_file is not None:
        known = tuple(each for each in known if _is_named(each, name))
    if len(known) == 1:
        return project, known[0]
    shown = ", ".join(each.shown for each in project.sources[:5])
    more = ", ..." if len(project.sources) > 5 else ""
    if name is None or len(known) > 1:
        raise click.UsageError(f"Pass one document of {len(project.sources)}: {shown}{more}")
    raise click.UsageError(f"{name!r} is not a document of the project: {shown}{more}")


def _is_named(source: Source, name: str) -> bool:
    return name in (source.shown, source.address) or (
        not source.address and Path(name).resolve() == source.path.resolve()
    )

"""Define the arguments and options of commands, and load the project that they select."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click
from msgspec.structs import replace

from specloom.cache import Cache, user_cache
from specloom.cli.output import FILES, FORMATS, output, start_output
from specloom.cli.reporting import OMITTED, TRACEBACK, reporting
from specloom.cli.selection import ONLY, PROJECT_FILE, found_project_file, selected_project
from specloom.fetching.access import Access
from specloom.project.model import FORMATTERS, Project
from specloom.project.sources import local_files

DOWNLOADS = "specloom.downloads"

_OUTPUT_OPTIONS = ("format_", "quiet", "verbose")

Command = TypeVar("Command", bound=Callable[..., None])


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """Store the options that every command takes and that only `_project` uses."""
    context.meta[f"specloom.{parameter.name}"] = value


def _start_output(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """Store --format, --quiet and --verbose. The last of them sets up the output."""
    options: dict[str, object] = context.meta.setdefault("specloom.output_options", {})
    options[str(parameter.name)] = value
    if len(options) == len(_OUTPUT_OPTIONS):
        quiet, verbose = bool(options["quiet"]), bool(options["verbose"])
        if quiet and verbose:
            raise click.UsageError("--quiet and --verbose cannot be combined.")
        start_output(str(options["format_"]), quiet=quiet, verbose=verbose)


def _ask_for_traceback(context: click.Context, _: click.Parameter, value: bool) -> None:
    context.meta[TRACEBACK] = value


_PROJECT = (
    click.option(
        "--project",
        "project_file",
        type=click.Path(path_type=Path),
        help=f"The project file. By default {PROJECT_FILE} in the current folder.",
    ),
    click.option(
        "--only",
        expose_value=False,
        callback=_remember,
        help="The name of the package to use, if the project file has several.",
    ),
)
_REPORTS = (
    click.option(
        "--strict",
        is_flag=True,
        help="Treat warnings as errors.",
    ),
    click.option(
        "--notes",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="List the notes too, for example about arguments that were renamed.",
    ),
    click.option(
        "--traceback",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_ask_for_traceback,
        help="Show the traceback of an internal error of specloom.",
    ),
    click.option(
        "--format",
        "format_",
        type=click.Choice(FORMATS),
        default="text",
        is_eager=True,
        expose_value=False,
        callback=_start_output,
        help="The format of diagnostics. json and sarif are written to standard output.",
    ),
    click.option(
        "--quiet",
        "-q",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_start_output,
        help="Print errors only.",
    ),
    click.option(
        "--verbose",
        "-v",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_start_output,
        help="Print each stage and the name of each file.",
    ),
)
_ACCESS = (
    click.option(
        "--offline",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Download nothing. Use the copies of the documents in specloom.lock.",
    ),
    click.option(
        "--frozen",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Fail if a document at a URL differs from the one in specloom.lock.",
    ),
    click.option(
        "--allow-folder",
        "folders",
        multiple=True,
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_remember,
        help="A folder that documents may refer to, besides their own. Can be repeated.",
    ),
    click.option(
        "--allow-urls",
        "urls",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Allow references to HTTP URLs.",
    ),
)


def inputs(command: Command) -> Command:
    """Add the arguments that select the documents."""
    documents = click.argument("documents", nargs=-1, type=str)
    package = click.option(
        "--package", help="The name of the package to generate from the documents."
    )
    return _decorated(command, (documents, *_PROJECT, package, *_REPORTS, *_ACCESS))


def one_document(command: Command) -> Command:
    """Add the arguments of commands that read one document and write one."""
    options = (
        click.argument("document", required=False, type=str),
        click.option(
            "--output",
            "-o",
            "target",
            type=click.Path(path_type=Path, dir_okay=False),
            help="The file to write. By default standard output.",
        ),
        click.option(
            "--to",
            "notation",
            type=click.Choice(("yaml", "json")),
            help="The notation. By default that of the --output file name, or of the document.",
        ),
        click.option(
            "--overlay",
            "overlays",
            multiple=True,
            type=click.Path(path_type=Path, dir_okay=False),
            help="An Overlay document to apply. Can be repeated.",
        ),
    )
    return _decorated(command, (*options, *_PROJECT, *_REPORTS, *_ACCESS))


def _decorated(command: Command, options: Iterable[Callable[[Command], Command]]) -> Command:
    for decorate in reversed((*options,)):
        command = decorate(command)
    return command


def naming(command: Command) -> Command:
    """Add the option of commands that name calls."""
    return click.option(
        "--fresh-names",
        "fresh_names",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Choose all names again, and ignore the names of the existing output.",
    )(command)


def making(command: Command) -> Command:
    """Add the options of commands that create the package."""
    for decorate in (
        click.option(
            "--no-cache",
            "no_cache",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help="Do not read or write the cache.",
        ),
        click.option(
            "--formatter",
            type=click.Choice(FORMATTERS),
            expose_value=False,
            callback=_remember,
            help="The formatter of the modules that you add. By default that of the project "
            "file, or black.",
        ),
        click.option(
            "--output",
            type=click.Path(path_type=Path),
            help="The folder to write. By default that of the project file.",
        ),
        naming,
    ):
        command = decorate(command)
    return command


def with_published(project: Project) -> Project:
    """Return the project with the published names in its output.

    The names are reused unless an option discards them.

    Raises:
        SpecloomError: the record of names is invalid.
    """
    from specloom.published import Published, load_published
    from specloom.python.clients.published import with_pinned

    is_fresh = click.get_current_context().meta.get("specloom.fresh_names")
    published = Published()
    if not is_fresh and project.output != Path():
        published = load_published(project.output, project.package.module)
    return replace(project, published=with_pinned(published, project))


def project_of(
    documents: tuple[str, ...],
    project_file: Path | None,
    package: str | None,
    output: Path | None,
    *,
    default_package: str = "",
) -> Project:
    """Return the project that the command line selects.

    Incorrect usage ends the run with exit code 2.
    """
    project = selected_project(documents, project_file, package, output, default_package)
    meta = click.get_current_context().meta
    folders: tuple[Path, ...] = meta.get("specloom.folders", ())
    formatter: str | None = meta.get("specloom.formatter")
    if formatter is not None:
        project = replace(project, package=replace(project.package, formatter=formatter))
    project = replace(
        project,
        reference_folders=(*project.reference_folders, *folders),
        reference_urls=project.reference_urls or bool(meta.get("specloom.urls")),
    )
    return _fetched(project)


def _fetched(project: Project) -> Project:
    """Return the project with local copies of its sources.

    Downloads are recorded for the lock file.
    """
    context = click.get_current_context()
    access = Access(
        offline=bool(context.meta.get("specloom.offline")),
        frozen=bool(context.meta.get("specloom.frozen")),
    )
    project = replace(project, offline=access.offline)
    if not any(each.address for each in project.sources):
        return project
    from specloom.fetching.fetch import fetch_sources

    cache = Cache(None) if context.meta.get("specloom.no_cache") else user_cache()
    fetched = reporting(lambda: fetch_sources(project, access, cache))
    context.meta[DOWNLOADS] = fetched.downloads
    context.meta[FILES] = local_files(fetched.project.sources)
    return fetched.project


def each_package(project_file: Path | None, run: Callable[[], None]) -> None:
    """Run a function for each package of the project file, or for the one that --only names.

    If one package fails, the others are still processed, and the exit code is that of the failure.
    """
    from specloom.project.file import package_names

    meta = click.get_current_context().meta
    path = project_file or found_project_file()
    names = package_names(path) if path is not None and not meta.get(ONLY) else ()
    if len(names) < 2:
        run()
        return
    codes: list[int] = []
    for name in names:
        meta[ONLY] = name
        output().say(f"{name}:")
        try:
            run()
        except SystemExit as end:
            codes.append(end.code if isinstance(end.code, int) else 1)
    if any(codes):
        sys.exit(max(codes, key=lambda code: (code != OMITTED, code)))


def write_lock(project: Project) -> None:
    """Record the downloads in the lock file next to the project file."""
    downloads = click.get_current_context().meta.get(DOWNLOADS, ())
    if project.lock is None or not (downloads or project.lock.exists()):
        return
    from specloom.emit.write import write_text
    from specloom.fetching.lock import format_lock

    if write_text(project.lock, format_lock(downloads)):
        output().say(f"changed  {project.lock.as_posix()}")

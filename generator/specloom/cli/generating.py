"""The commands `generate` and `check`, which write a package or check that it is up to date."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from specloom.cache import Cache, user_cache
from specloom.cli.arguments import (
    each_package,
    inputs,
    making,
    project_of,
    with_published,
    write_lock,
)
from specloom.cli.commands import main
from specloom.cli.output import output
from specloom.cli.reporting import (
    NOTES,
    OMITTED,
    end_with_omitted,
    reporting,
    say_aside,
    say_waiting,
    shown_stages,
    warn,
)
from specloom.cli.summary import show_api_changes, show_differences, show_files, show_post_hook
from specloom.diagnostics import Diagnostic, Location, SpecloomError
from specloom.project.model import Project
from specloom.stages import Stages

if TYPE_CHECKING:
    from specloom.emit.write import Changes
    from specloom.generated import Generated
    from specloom.records import Record


class _Options:
    """Additional actions of `generate`."""

    def __init__(self, *, strict: bool, profile: bool, dry_run: bool, diff: bool) -> None:
        self.strict = strict
        self.profile = profile
        self.dry_run = dry_run
        self.diff = diff


@main.command()
@inputs
@making
@click.option("--dry-run", is_flag=True, help="Write nothing, and report what would change.")
@click.option("--diff", is_flag=True, help="Show a diff of each file that changes.")
@click.option("--watch", is_flag=True, help="Generate again each time a document is saved.")
@click.option(
    "--changelog",
    type=click.Path(path_type=Path),
    help="Add a section about the changes since --since to this Markdown file.",
)
@click.option("--since", default="HEAD", help="The git revision to compare with. By default HEAD.")
@click.option("--profile", is_flag=True, help="Show the CPU time of each stage.")
def generate(
    documents: tuple[str, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    output: Path | None,
    dry_run: bool,
    diff: bool,
    watch: bool,
    changelog: Path | None,
    since: str,
    profile: bool,
) -> None:
    """Write the package: only files that changed, all of them or none."""
    options = _Options(strict=strict, profile=profile, dry_run=dry_run, diff=diff)

    def run() -> tuple[Project, Generated]:
        project = project_of(documents, project_file, package, output)
        return project, reporting(lambda: _generate(project, options))

    if watch:
        from specloom.cli.watching import watch as watch_documents

        watch_documents(run, project_file)
    else:

        def run_one() -> None:
            project, made = run()
            if changelog is not None:
                from specloom.cli.comparing import add_to_changelog

                path = changelog
                reporting(lambda: add_to_changelog(project, since, path, is_dry=dry_run))
            end_with_omitted(made.warnings)

        if documents or output is not None:
            run_one()
        else:
            each_package(project_file, run_one)


def _generate(project: Project, options: _Options) -> Generated:
    from specloom.emit.lock import locked
    from specloom.emit.output import compare_output, planned_output, write_output
    from specloom.emit.write import write_text
    from specloom.records import inputs_of, section_of

    waiting = partial(say_waiting, project.output)
    with (
        locked(project.output, shared=options.dry_run, waiting=waiting),
        shown_stages(measuring=options.profile) as stages,
    ):
        project = with_published(project)
        before = inputs_of(project)
        made = generated(project, options.strict, stages)
        with stages.stage("write"):
            names = names_of(project, made)
            planned = planned_output(made.files, project)
            warn(planned.warnings, options.strict)
            if options.diff:
                show_differences(planned.files, project.output)
            core = None
            if project.core is not None:
                from specloom.shared_core import write_core

                # First the core: a package never needs more than it has.
                core = write_core(project, made.features, dry_run=options.dry_run)
            record = partial(section_of, project, made, before)
            if options.dry_run:
                changes = compare_output(planned, project, names, record(planned.files))
            else:
                changes = write_output(planned, project, names, record, show_post_hook)
                write_lock(project)
                if project.pins is not None and write_text(project.pins, made.pins):
                    output().say(f"changed  {project.pins.as_posix()}")
    if project.core is not None and core is not None:
        show_files(core, project.core.output, is_dry=options.dry_run)
    show_files(changes, project.output, is_dry=options.dry_run)
    show_api_changes(project.published, made.published)
    return made


@main.command()
@inputs
@making
@click.option("--full", is_flag=True, help="Generate even if no input has changed.")
def check(
    documents: tuple[str, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    output: Path | None,
    full: bool,
) -> None:
    """Report whether the output is up to date; write nothing.

    The output records a digest of itself and of all that it was made of. If that is unchanged, nothing is
    generated.
    """

    def run_one() -> None:
        project = project_of(documents, project_file, package, output)
        reporting(lambda: _check(project, strict=strict, full=full))

    if documents or output is not None:
        run_one()
    else:
        each_package(project_file, run_one)


def _check(project: Project, *, strict: bool, full: bool) -> None:
    from specloom.emit.lock import locked
    from specloom.emit.output import check_output, planned_output
    from specloom.records import recorded, recorded_section

    with locked(project.output, shared=True, waiting=partial(say_waiting, project.output)):
        record = None if full or _needs_diagnostics() else recorded(project)
        if project.core is not None and _check_core(project):
            record = None
        needs_each = strict or output().format != "text"
        if record is not None and not (needs_each and record.warnings + record.omitted):
            _report_recorded(project, record)
            return
        project = with_published(project)
        with shown_stages() as stages:
            made = generated(project, strict, stages)
        planned = planned_output(made.files, project)
        warn(planned.warnings, strict)
        names, section = names_of(project, made), recorded_section(project.output)
        changes = check_output(planned, project, names, section)
        core = _check_core(project, made.features)
    drift = dict(_drift(changes))
    if project.core is not None and core is not None:
        folder = project.core.output.as_posix()
        drift |= {f"{folder}/{path}": what for path, what in _drift(core)}
    if project.pins is not None and not project.pins.is_file():
        drift[project.pins.as_posix()] = "is missing"
    elif project.pins is not None and project.pins.read_text("utf-8") != made.pins:
        drift[project.pins.as_posix()] = "differs"
    if drift:
        if project.published.calls:
            show_api_changes(project.published, made.published)
        location = Location(project.output.as_posix())
        found = [
            Diagnostic("drift", f"{path} {what}", "", location)
            for path, what in sorted(drift.items())
        ]
        found[-1] = replace(found[-1], hint="run specloom generate")
        raise SpecloomError(found)
    output().say(f"{project.output.as_posix()}: up to date")
    end_with_omitted(made.warnings)


def _check_core(project: Project, features: tuple[str, ...] | None = None) -> Changes | None:
    """Return in what the shared core of a project differs; None if it has none."""
    if project.core is None:
        return None
    from specloom.shared_core import check_core

    return check_core(project, features)


def _drift(changes: Changes) -> Iterator[tuple[str, str]]:
    for paths, what in (
        (changes.added, "is missing"),
        (changes.changed, "differs"),
        (changes.removed, "is stale"),
    ):
        yield from ((path, what) for path in paths)


def _needs_diagnostics() -> bool:
    """Return whether the command line requests what only a complete run can report."""
    meta = click.get_current_context().meta
    options = ("specloom.no_cache", "specloom.fresh_names", NOTES)
    return any(meta.get(each) for each in options)


def _report_recorded(project: Project, record: Record) -> None:
    """Report that an output is up to date, with what its record says of the run that made it."""
    output().say(f"{project.output.as_posix()}: up to date")
    if record.warnings:
        plural = "" if record.warnings == 1 else "s"
        say_aside(f"{record.warnings} warning{plural}; --full lists {'them' if plural else 'it'}")
    if record.omitted:
        plural = "" if record.omitted == 1 else "s"
        say_aside(
            f"{record.omitted} part{plural} omitted; --full lists {'them' if plural else 'it'}"
        )
        sys.exit(OMITTED)


def generated(project: Project, strict: bool, stages: Stages) -> Generated:
    """Create the files of a project, and report the diagnostics of its documents."""
    from specloom.runs import generate as make

    no_cache = click.get_current_context().meta.get("specloom.no_cache")
    cache = Cache(None) if no_cache else user_cache()
    if cache.refusal:
        say_aside(f"{cache.refusal}; the cache is not used")
    with _rare_collections():
        made = make(project, stages, cache)
    # Otherwise the remaining objects would be searched for cycles again when the process ends.
    atexit.register(gc.freeze)
    warn((*project.notes, *made.warnings), strict)
    return made


def names_of(project: Project, made: Generated) -> Mapping[str, object]:
    """Return the names for the manifest of an output."""
    from specloom.published import names_section

    return names_section(project.package.module, made.published.calls, made.published.models)


@contextmanager
def _rare_collections() -> Generator[None]:
    """Make garbage collection rare.

    A run creates few reference cycles, but keeps millions of objects alive. Afterwards, they are not searched
    until the next run begins.
    """
    before = gc.get_threshold()
    gc.unfreeze()
    gc.set_threshold(500_000, 20, 100)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*before)

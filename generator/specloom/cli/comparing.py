"""The command `diff`, which compares two versions of an API."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import click
from msgspec.structs import replace

from specloom.cache import user_cache
from specloom.cli.commands import main
from specloom.cli.output import json_text, output
from specloom.cli.reporting import reporting
from specloom.cli.selection import PROJECT_FILE, found_project_file
from specloom.cli.summary import styled
from specloom.diagnostics import Location, SpecloomError
from specloom.fetching.access import Access
from specloom.project.model import Project, Source, plain_project
from specloom.project.sources import named_sources

_FORMATS = ("text", "markdown", "json")
_LEVELS = ("breaking", "risky", "any")


@main.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--project",
    "project_file",
    type=click.Path(path_type=Path),
    help=f"The project file whose settings apply. By default {PROJECT_FILE}, if it exists.",
)
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="text")
@click.option(
    "--fail-on",
    type=click.Choice(_LEVELS),
    help="Exit with code 1 if there is a change of this level or above.",
)
@click.option(
    "--for",
    "whose",
    type=click.Choice(("client", "api", "both")),
    default="both",
    help="The users whose changes --fail-on checks: those of the generated client, or of the "
    "API.",
)
@click.option(
    "--changelog",
    type=click.Path(path_type=Path),
    help="Add a section to this Markdown file.",
)
@click.option(
    "--version",
    "version",
    help="The current version, for example 1.4.2; the next version is printed.",
)
def diff(
    old: str,
    new: str | None,
    project_file: Path | None,
    format_: str,
    fail_on: str | None,
    whose: str,
    changelog: Path | None,
    version: str | None,
) -> None:
    """Compare two versions of an API.

    OLD and NEW are documents: files, folders, URLs, or files and folders in revisions of git, such as
    v1.2:openapi.yaml. With a project file, OLD may be a revision alone; the documents of the project in that
    revision are compared with the present ones.
    """

    def run() -> int:
        from specloom.comparing.changes import asked_version, next_version
        from specloom.comparing.report import lines_of, prepended, to_json, to_markdown
        from specloom.comparing.versions import compare_projects
        from specloom.emit.write import write_text

        before, after = _projects(old, new, project_file)
        changes = compare_projects(before, after)
        asked = asked_version(changes)
        following = ""
        if version is not None:
            try:
                following = next_version(version, asked)
            except ValueError:
                raise click.UsageError(
                    f"--version must be a version such as 1.4.2, not {version!r}."
                ) from None
        title = following or "Unreleased"
        if format_ == "json":
            found = to_json(changes)
            click.echo(json_text({**found, "next": following or None}))
        elif format_ == "markdown":
            click.echo(to_markdown(changes, title), nl=False)
        else:
            for line in lines_of(changes):
                click.echo(styled(line))
            if following:
                click.echo(f"next version: {following}")
        if changelog is not None and changes:
            text = changelog.read_text("utf-8") if changelog.is_file() else ""
            write_text(changelog, prepended(text, to_markdown(changes, title)))
        least = {"any": 0, "risky": 1, "breaking": 2, None: 3}[fail_on]
        levels = {
            "client": [each.client for each in changes],
            "api": [each.api for each in changes],
            "both": [each.level for each in changes],
        }[whose]
        return int(any(each >= least for each in levels))

    sys.exit(reporting(run))


def add_to_changelog(project: Project, revision: str, changelog: Path, *, is_dry: bool) -> None:
    """Add the changes since a revision to a changelog, and print the version that they require.

    If `[package] version` contains the present version, the next one is the title of the section.
    """
    from specloom.comparing.changes import asked_version, next_version
    from specloom.comparing.report import prepended, to_markdown
    from specloom.comparing.versions import compare_projects
    from specloom.emit.write import write_text

    if project.lock is None:
        raise click.UsageError("--changelog needs a project file.")
    changes = compare_projects(_at_revision(project, revision), project)
    asked = asked_version(changes)
    title, present = "Unreleased", project.package.version
    if present and re.fullmatch(r"\d+\.\d+\.\d+", present):
        title = next_version(present, asked)
        output().say(f"version: {present} requires {title}; set [package] version")
    else:
        output().say(f"version: {asked}")
    if changes and not is_dry:
        text = changelog.read_text("utf-8") if changelog.is_file() else ""
        write_text(changelog, prepended(text, to_markdown(changes, title)))


def _projects(old: str, new: str | None, project_file: Path | None) -> tuple[Project, Project]:
    """Return the projects to compare, with local copies of their documents."""
    if project_file is None and new is None:
        project_file = found_project_file()
    if project_file is None:
        if new is None:
            raise click.UsageError(
                "Pass an OLD and a NEW document. OLD can be a revision alone only if there is "
                f"a {PROJECT_FILE}."
            )
        return _fetched(_plain(old)), _fetched(_plain(new))
    from specloom.project.file import load_project

    project = load_project(project_file)
    if new is not None:
        plain = replace(project, versions=("",), default_version="")
        before, after = (tuple(named_sources([each])[0]) for each in (old, new))
        return _fetched(replace(plain, sources=before)), _fetched(replace(plain, sources=after))
    return _at_revision(project, old), _fetched(project)


def _plain(name: str) -> Project:
    sources, _ = named_sources([name])
    return plain_project(sources, package="client", output=Path())


def _fetched(project: Project) -> Project:
    from specloom.fetching.fetch import fetch_sources

    return fetch_sources(project, Access(), user_cache()).project


def _at_revision(project: Project, revision: str) -> Project:
    """Return a project with its documents as they were in a revision.

    Documents that did not exist yet are omitted.
    """
    sources: list[Source] = []
    problems: list[SpecloomError] = []
    for each in project.sources:
        if each.address:
            sources.append(each)
            continue
        folder = project.lock.parent if project.lock is not None else Path()
        path = Path(os.path.relpath(each.path, folder)).as_posix()
        try:
            alone = replace(project, sources=(replace(each, address=f"{revision}:./{path}"),))
            sources += _fetched(alone).sources
        except SpecloomError as error:
            problems.append(error)
    if not sources:
        raise (
            problems[0]
            if problems
            else SpecloomError.of(
                "not-in-git",
                f"the revision {revision!r} does not contain a document of the project",
                hint="pass a revision that contains one",
                location=Location(revision),
            )
        )
    versions = tuple(each for each in project.versions if any(s.version == each for s in sources))
    default = project.default_version if project.default_version in versions else versions[-1]
    return replace(project, sources=tuple(sources), versions=versions, default_version=default)

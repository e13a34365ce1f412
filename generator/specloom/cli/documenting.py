"""The command `docs`, which writes the reference pages of an API and the catalogues of their translations."""

from __future__ import annotations

from pathlib import Path

import click

from specloom.cli.arguments import inputs, project_of, with_published
from specloom.cli.commands import main
from specloom.cli.output import output
from specloom.cli.reporting import reporting, warn
from specloom.diagnostics import SpecloomError
from specloom.project.model import Project

_SHOWN = 5


@main.command()
@inputs
@click.option(
    "--output",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write. By default that of the project file, or reference.",
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    help="Write only the pages of this language. Can be repeated.",
)
@click.option(
    "--extract",
    "is_extracting",
    is_flag=True,
    help="Write the texts to translate to the folder of translations, and write no pages.",
)
@click.option(
    "--check",
    "is_checking",
    is_flag=True,
    help="Fail if a text has no translation or an old one. Write no pages.",
)
def docs(
    documents: tuple[str, ...],
    project_file: Path | None,
    package: str | None,
    strict: bool,
    target: Path | None,
    languages: tuple[str, ...],
    is_extracting: bool,
    is_checking: bool,
) -> None:
    """Write reference pages of the API and its client.

    The pages are static HTML and Markdown. They work from a disk, without a server and without
    JavaScript. Translations are gettext catalogues.
    """
    if is_extracting and is_checking:
        raise click.UsageError("--extract and --check cannot be combined.")
    given = Path() if documents else None
    project = project_of(documents, project_file, package, given, default_package="client")

    def run() -> None:
        _require_libraries()
        warn(project.notes, strict)
        if is_extracting:
            _extract(project)
        elif is_checking:
            _check(project)
        else:
            _build(project, target, languages)

    reporting(run)


def _build(project: Project, target: Path | None, languages: tuple[str, ...]) -> None:
    from specloom.reference.build import build

    folder = target if target is not None else project.docs.output
    built = build(with_published(project), folder, languages)
    if built.is_current:
        output().say(f"unchanged  {folder.as_posix()}: {built.files} files")
        return
    output().say(
        f"{folder.as_posix()}: {built.files} files, {built.size / 1e6:.1f} MB; {built.written} written, "
        f"{built.removed} removed; the largest is {built.largest}, {built.largest_size / 1e3:.0f} kB"
    )


def _require_libraries() -> None:
    from importlib.util import find_spec

    missing = [name for name in ("babel", "markdown_it") if find_spec(name) is None]
    if missing:
        raise SpecloomError.of(
            "docs-not-installed",
            f"the reference pages need libraries that are not installed: {', '.join(missing)}",
            hint="run: pip install specloom[docs]",
        )


def _extract(project: Project) -> None:
    from specloom.emit.write import write_text
    from specloom.reference.texts.extraction import extract

    for path, text in extract(project).items():
        is_changed = write_text(path, text)
        output().say(f"{'changed' if is_changed else 'unchanged'}  {path.as_posix()}")


def _check(project: Project) -> None:
    from specloom.reference.texts.extraction import check_translations

    found = check_translations(project)
    for each in found:
        done = each.total - len(each.missing) - len(each.fuzzy)
        output().say(
            f"{each.language}: {done} of {each.total} texts, {len(each.missing)} missing, "
            f"{len(each.fuzzy)} fuzzy"
        )
        for text in (*each.missing, *each.fuzzy)[:_SHOWN]:
            output().say(f"    {text.splitlines()[0][:100]!r}")
    incomplete = [each.language for each in found if not each.is_complete]
    if incomplete:
        raise SpecloomError.of(
            "incomplete-translations",
            f"the translations are not complete: {', '.join(incomplete)}",
            hint="run specloom docs --extract, translate what is missing, and remove the fuzzy marks",
            location=project.setting("docs"),
        )

"""Write the template of translations and bring catalogues up to date, and check that they are complete."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from specloom.diagnostics import SpecloomError
from specloom.pipeline import check_documents
from specloom.project.model import Project
from specloom.reference.texts.catalogues import (
    Completeness,
    catalogue_path,
    completeness,
    read_catalogue,
    template_of,
    template_path,
    updated,
)
from specloom.reference.texts.messages import Message, messages_of, relative_to


def extract(project: Project) -> Mapping[Path, str]:
    """Return the template and the catalogue of each language, by path.

    Raises:
        SpecloomError: the project has no folder of translations, or a document or catalogue is invalid.
    """
    folder = _folder(project)
    messages = _messages(project)
    files = {template_path(folder): template_of(messages)}
    for language in translated_languages(project):
        path = catalogue_path(folder, language)
        files[path] = updated(path, language, messages)
    return files


def check_translations(project: Project) -> tuple[Completeness, ...]:
    """Return how complete the translations of each language are.

    Raises:
        SpecloomError: a document or catalogue is invalid.
    """
    languages = translated_languages(project)
    if not languages:
        return ()
    folder, messages = _folder(project), _messages(project)
    return tuple(
        completeness(each, messages, read_catalogue(catalogue_path(folder, each), each))
        for each in languages
    )


def translated_languages(project: Project) -> tuple[str, ...]:
    """Return the languages besides that of the documents."""
    return tuple(each for each in project.docs.languages if each != project.docs.language)


def _messages(project: Project) -> tuple[Message, ...]:
    folder = project.lock.parent if project.lock is not None else Path()
    return relative_to(str(folder), messages_of(check_documents(project), project))


def _folder(project: Project) -> Path:
    if project.docs.translations is None:
        raise SpecloomError.of(
            "no-translations",
            "the project has no folder of translations",
            hint="set 'languages' and 'translations' in [docs]",
            location=project.setting("docs"),
        )
    return project.docs.translations

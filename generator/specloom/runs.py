"""Make a package, or reuse what an earlier run with the same input made."""

from __future__ import annotations

from msgspec.structs import replace

from specloom.cache import Cache, user_cache
from specloom.cache.runs import Run, find_run, key_of_run, store_run
from specloom.emit.file import File
from specloom.generated import Generated
from specloom.project.model import Project
from specloom.stages import Stages


def generate(
    project: Project, stages: Stages | None = None, cache: Cache | None = None
) -> Generated:
    """Make every file of the package, as `pipeline.generate`, or take it from the cache.

    Raises:
        SpecloomError: as `pipeline.generate`. Only runs that succeed are stored.
    """
    stages = stages or Stages()
    cache = user_cache() if cache is None else cache
    with stages.stage("cache"):
        key = key_of_run(project) if cache.folder is not None else None
        found = None if key is None else find_run(cache, key, project)
        stages.found("cache", found is not None)
    if found is not None:
        return _generated(found, project)
    from specloom.pipeline import generate as make

    made = make(project, stages, cache)
    with stages.stage("cache"):
        if key is not None and key == key_of_run(project):  # nothing has changed meanwhile
            # The next run keeps the names of this one, and makes the same of them.
            following = key_of_run(replace(project, published=made.published))
            keys = dict.fromkeys(each for each in (key, following) if each is not None)
            store_run(cache, keys, _run(made), project)
        cache.trim()
    return made


def _run(made: Generated) -> Run:
    files = tuple((each.path, each.text) for each in made.files)
    return Run(files, made.warnings, made.pins, made.references, made.published, made.features)


def _generated(run: Run, project: Project) -> Generated:
    return Generated(
        files=tuple(File(path, text) for path, text in run.files),
        warnings=run.warnings,
        pins=run.pins,
        references=run.references,
        published=replace(run.published, file=project.published.file),
        features=run.features,
    )

"""Call the hooks of a project: functions of the user's that change the IR or the views.

Only a project file names hooks. Their modules are imported from its folder, when they are called.
"""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NoReturn, cast

from msgspec.structs import replace

from specloom.diagnostics import Location, SpecloomError
from specloom.ir import Api
from specloom.project.model import Hook, Project
from specloom.python.views import Plan, PlannedFile
from specloom.templates import template_names, template_root


def before_planning(api: Api, project: Project) -> Api:
    """Return what the hook `before_planning` makes of the IR.

    It is called once, with the operations and schemas of all documents, before equal structure is
    shared and names are assigned.

    Raises:
        SpecloomError: the hook cannot be imported, fails, or returns something other than an Api.
    """
    hook = project.hooks["before_planning"]
    made = _called(hook, "before_planning", api, project)
    if not isinstance(made, Api):
        _refuse(hook, f"returned {_kind(made)} instead of an Api", project, "before_planning")
    return made


def before_rendering(plan: Plan, project: Project) -> Plan:
    """Return the plan with what the hook `before_rendering` makes of its files.

    Raises:
        SpecloomError: the hook cannot be imported, fails, or returns something other than files.
    """
    name, hook = "before_rendering", project.hooks["before_rendering"]
    made = _called(hook, name, plan.files, project)
    if not isinstance(made, Iterable):
        _refuse(hook, f"returned {_kind(made)} instead of files", project, name)
    files: list[PlannedFile] = []
    known = {*template_names(template_root()), *(each.template for each in plan.files)}
    paths: set[str] = {*plan.additions}
    for each in cast(Iterable[object], made):
        if not isinstance(each, PlannedFile):
            _refuse(hook, f"returned {_kind(each)} among the files", project, name)
        if each.template not in known:
            _refuse(hook, f"returned an unknown template, {each.template!r}", project, name)
        path = PurePosixPath(each.path)
        is_inside = not path.is_absolute() and ".." not in path.parts and "\\" not in each.path
        if not is_inside or not path.parts or each.path in paths:
            problem = "occurs twice" if each.path in paths else "is outside of the output folder"
            _refuse(hook, f"returned files; {each.path!r} {problem}", project, name)
        paths.add(each.path)
        files.append(each)
    return replace(plan, files=tuple(sorted(files, key=lambda file: file.path)))


def _called(hook: Hook, name: str, argument: object, project: Project) -> object:
    with _importable(hook.folder):
        try:
            module = importlib.import_module(hook.module)
            function: Callable[[object], object] | None = getattr(module, hook.function, None)
        except Exception as error:
            raise _failure(hook, name, "cannot be imported", error) from error
        if Path(module.__file__ or "") != hook.path.resolve():
            _refuse(hook, "is in a module with the name of another one", project, name)
        if not callable(function):
            _refuse(hook, "does not exist", project, name)
        try:
            return function(argument)
        except Exception as error:
            raise _failure(hook, name, "fails", error) from error


@contextmanager
def _importable(folder: Path) -> Generator[None, None, None]:
    """Let modules be imported from a folder; those that were are imported anew in the next run."""
    before = set(sys.modules)
    sys.path.insert(0, str(folder.resolve()))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(folder.resolve()))
        for name in set(sys.modules) - before:
            origin = getattr(sys.modules[name], "__file__", None)
            if origin and _is_of(Path(origin), folder):
                del sys.modules[name]


def _is_of(path: Path, folder: Path) -> bool:
    """Whether a file is one of the user's, not of a library that is installed below their folder."""
    return path.is_relative_to(folder.resolve()) and "site-packages" not in path.parts


def _failure(hook: Hook, name: str, what: str, error: Exception) -> SpecloomError:
    """The error of a hook, at the last line of the user's files that it passed."""
    location = Location(hook.path.as_posix(), (), 1, 1)
    frames = [(each.filename, each.lineno) for each in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        frames.append((error.filename or "", error.lineno))
    folder = hook.folder.resolve()
    for filename, line in frames:
        path = Path(filename)
        if line is not None and _is_of(path, folder):
            shown = hook.folder / path.relative_to(folder)
            location = Location(shown.as_posix(), (), line, 1)
    return SpecloomError.of(
        "hook-failed",
        f"{name}: {hook.module}:{hook.function} {what}: {type(error).__name__}: {error}",
        hint="correct the hook; docs/hooks.md describes its arguments",
        location=location,
    )


def _refuse(hook: Hook, problem: str, project: Project, name: str) -> NoReturn:
    raise SpecloomError.of(
        "hook-failed",
        f"{name}: {hook.module}:{hook.function} {problem}",
        hint="docs/hooks.md describes the arguments and the result of each hook",
        location=project.setting(name),
    )


def _kind(value: object) -> str:
    return "None" if value is None else f"a value of type {type(value).__name__}"

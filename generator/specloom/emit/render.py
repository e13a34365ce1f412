"""Render the files of a plan from templates, and copy the files of the tree that are not templates."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from specloom.diagnostics import Location, SpecloomError
from specloom.emit.file import File
from specloom.emit.sections import keep_features
from specloom.project.model import Overrides
from specloom.python.code import Expression, Statement, flat, print_statement
from specloom.python.views import Plan, PlannedFile
from specloom.templates import ORIGINALS, SUFFIX, template_root

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["File", "render", "template_root"]


def render(plan: Plan, root: Path, overrides: Overrides | None = None) -> tuple[File, ...]:
    """Render the planned files, and copy the files of the template tree that are not templates.

    A template has only two variables: `view`, and `header`, the comment at the top of every file.

    Args:
        plan: the files to render.
        root: the template tree.
        overrides: the user's files, each of which replaces a file of the tree.

    Returns:
        The files, sorted by path.

    Raises:
        SpecloomError: a template of the user is invalid or fails.
    """
    overrides = overrides or Overrides()
    templates = Templates(root, plan.header, overrides)
    files: list[File] = []
    for each in plan.files:
        is_original = each.template not in overrides.files
        text = templates.render(each)
        files.append(_file(each.path, text, is_formatted=is_original, source=each.template))
    files += _copied(plan, root, overrides)
    for path, text in plan.additions.items():
        files.append(_file(path, text, is_formatted=False, source=path))
    return tuple(sorted(files, key=lambda file: file.path))


def _file(path: str, text: str, *, is_formatted: bool, source: str) -> File:
    if is_formatted:
        return File(path, text, is_formatted=True)
    return File(path, text, source=source)


class Templates:
    """The templates of a tree, each compiled on first use by the process."""

    def __init__(self, root: Path, header: str, overrides: Overrides) -> None:
        self._root, self._header, self._overrides = root, header, overrides
        self._renders: dict[str, Callable[..., str]] = {}

    def render(self, file: PlannedFile) -> str:
        """Render a file.

        Raises:
            SpecloomError: a template of the user is invalid or fails.
        """
        if not self._overrides.files:
            return self._rendered(file)
        try:
            return self._rendered(file)
        except Exception as error:  # noqa: BLE001 - a template of the user may raise anything
            raise self._failure(file, error) or error from None

    def _rendered(self, file: PlannedFile) -> str:
        if file.template not in self._renders:
            self._renders[file.template] = self._environment.get_template(file.template).render
        return self._renders[file.template](header=self._header, view=file.view)

    def _failure(self, file: PlannedFile, error: Exception) -> SpecloomError | None:
        """Return the error at the line of the user's template, or None if that did not cause the failure."""
        from jinja2 import TemplateSyntaxError

        frames = [
            (each.filename, each.lineno) for each in traceback.extract_tb(error.__traceback__)
        ]
        if isinstance(error, TemplateSyntaxError):
            frames.append((error.filename or error.name or "", error.lineno))
        names = {self._overrides.shown(name): name for name in self._overrides.files}
        where = [frame for frame in frames if frame[0] in names]
        if not where and file.template not in self._overrides.files:
            return None
        shown, line = where[-1] if where else (self._overrides.shown(file.template), 1)
        return SpecloomError.of(
            "template-failed",
            f"the template fails: {type(error).__name__}: {error}",
            hint="docs/templates.md lists the variables of each template",
            location=Location(shown, (), line, 1),
        )

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import (
            ChoiceLoader,
            Environment,
            FileSystemLoader,
            PrefixLoader,
            StrictUndefined,
        )
        from jinja2 import FunctionLoader as ByName

        from specloom.emit.compiled import COMPILED

        originals = FileSystemLoader(self._root, encoding="utf-8")
        environment = Environment(
            loader=ChoiceLoader(
                [ByName(self._override), PrefixLoader({ORIGINALS: originals}), originals]
            ),
            undefined=StrictUndefined,
            autoescape=False,  # noqa: S701 - the output is Python; strings were escaped for it when they were planned
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=COMPILED,
        )
        environment.globals.clear()
        environment.filters["code"] = _code
        return environment

    def _override(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = self._overrides.files.get(name)
        return None if text is None else (text, self._overrides.shown(name), lambda: True)


def _code(node: Statement | Expression, indent: int = 0) -> str:
    """Print a statement or an expression. The first line is not indented.

    Args:
        node: the tree to print.
        indent: the number of spaces before the tag in the template.
    """
    if isinstance(node, Statement):
        return print_statement(node, indent)[indent:]
    return flat(node)


def _copied(plan: Plan, root: Path, overrides: Overrides) -> list[File]:
    omitted = {f"%module/{path}" for path in plan.omitted}
    found: list[File] = []
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        is_copied = path.is_file() and path.suffix != SUFFIX
        name = relative.as_posix()
        if not is_copied or "__pycache__" in relative.parts or name in omitted:
            continue
        target = name.replace("%module", plan.module)
        text = overrides.files.get(name)
        if text is None:
            # The modules of the tree are formatted already.
            text = keep_features(path.read_text(encoding="utf-8"), plan.features)
            found.append(File(target, text, is_formatted=True))
        else:
            text = keep_features(text, plan.features)
            found.append(_file(target, text, is_formatted=False, source=name))
    return found

"""Render the templates of a plan, and copy the other files of the template tree."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from specloom.cache import Cache
from specloom.cache.modules import Modules
from specloom.emit.file import File
from specloom.python.views import Plan, PlannedFile
from specloom.templates import template_root

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["File", "render", "template_root"]

SUFFIX = ".j2"


def render(plan: Plan, root: Path, modules: Modules | None = None) -> tuple[File, ...]:
    """Render what is planned, and copy what the template tree has besides templates.

    A template is given its view as `view`, the `header` of every file, and nothing else. `modules` of
    the last run are not rendered again; they are formatted already.
    """
    modules = modules or Modules(Cache(None))
    templates = Templates(root, plan.header)
    planned: list[File] = []
    for each in plan.files:
        text = modules.reused(each.path, each.template, plan.header, repr(each.view))
        if text is not None:
            planned.append(File(each.path, text, is_formatted=True))
        else:
            planned.append(File(each.path, templates.render(each), is_rendered=True))
    copied = _copied(plan, root)
    added = [_added(path, text, modules) for path, text in plan.additions.items()]
    return tuple(sorted([*planned, *copied, *added], key=lambda file: file.path))


def _added(path: str, text: str, modules: Modules) -> File:
    known = modules.reused(path, text) if path.endswith(".py") else None
    return File(path, known or text, is_formatted=known is not None)


class Templates:
    """The templates of a tree, each compiled on first use."""

    def __init__(self, root: Path, header: str) -> None:
        self._root, self._header = root, header
        self._renders: dict[str, Callable[..., str]] = {}

    def render(self, file: PlannedFile) -> str:
        """Return the content of a file."""
        if file.template not in self._renders:
            self._renders[file.template] = self._environment.get_template(file.template).render
        return self._renders[file.template](header=self._header, view=file.view)

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        environment = Environment(
            loader=FileSystemLoader(self._root, encoding="utf-8"),
            undefined=StrictUndefined,
            autoescape=False,  # the output is Python; strings were escaped when they were planned
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.globals.clear()
        return environment


def _copied(plan: Plan, root: Path) -> list[File]:
    omitted = {f"%module/{home}{name}.py" for name in plan.omitted for home in ("", "_core/")}
    found: list[File] = []
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        ours = path.is_file() and path.suffix != SUFFIX and "__pycache__" not in relative.parts
        if ours and relative.as_posix() not in omitted:
            text = path.read_text(encoding="utf-8")
            name = relative.as_posix().replace("%module", plan.module)
            # The modules of the tree are formatted already.
            found.append(File(name, text, is_formatted=True))
    return found

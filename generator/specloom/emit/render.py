"""Fill the templates: a plan and the template tree in, the text of every file out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from specloom.cache import Cache
from specloom.emit.file import File
from specloom.emit.kept import Kept
from specloom.python.code import Expression, Statement, flat, print_statement
from specloom.python.views import Plan, PlannedFile
from specloom.templates import template_root

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["File", "render", "template_root"]

SUFFIX = ".j2"


def render(plan: Plan, root: Path, kept: Kept | None = None) -> tuple[File, ...]:
    """Render what is planned, and take over what the template tree holds besides templates.

    A template is given its view as `view`, the `header` of every file, and nothing else. Files that
    are `kept` from the last run are not rendered again, and formatted already.
    """
    kept = kept or Kept(Cache(None))
    templates = Templates(root, plan.header)
    planned: list[File] = []
    for each in plan.files:
        key = kept.key(each.template, plan.header, repr(each.view))
        text = kept.text(key)
        if text is not None:
            planned.append(File(each.path, text, is_formatted=True, key=key))
        else:
            text = templates.render(each)
            planned.append(File(each.path, text, is_rendered=True, key=key))
    copied = _copied(plan, root)
    added = [_added(path, text, kept) for path, text in plan.additions.items()]
    return tuple(sorted([*planned, *copied, *added], key=lambda file: file.path))


def _added(path: str, text: str, kept: Kept) -> File:
    key = kept.key(text)
    known = kept.text(key) if path.endswith(".py") else None
    return File(path, known or text, is_formatted=known is not None, key=key)


class Templates:
    """The templates of a tree, each compiled when it is needed first."""

    def __init__(self, root: Path, header: str) -> None:
        self._root, self._header = root, header
        self._renders: dict[str, Callable[..., str]] = {}

    def render(self, file: PlannedFile) -> str:
        """The text of a file."""
        if file.template not in self._renders:
            self._renders[file.template] = self._environment.get_template(file.template).render
        return self._renders[file.template](header=self._header, view=file.view)

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        environment = Environment(
            loader=FileSystemLoader(self._root, encoding="utf-8"),
            undefined=StrictUndefined,
            autoescape=False,  # the output is Python; texts were escaped for it when they were planned
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.globals.clear()
        environment.filters["code"] = _code
        return environment


def _code(node: Statement | Expression, indent: int = 0) -> str:
    """Print a statement or an expression; its first line has no spaces before it.

    Args:
        node: the tree to print.
        indent: the number of spaces before the tag in the template.
    """
    if isinstance(node, Statement):
        return print_statement(node, indent)[indent:]
    return flat(node)


def _copied(plan: Plan, root: Path) -> list[File]:
    omitted = {f"%module/{home}{name}.py" for name in plan.omitted for home in ("", "_core/")}
    found: list[File] = []
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        ours = path.is_file() and path.suffix != SUFFIX and "__pycache__" not in relative.parts
        if ours and relative.as_posix() not in omitted:
            text = path.read_text(encoding="utf-8")
            name = relative.as_posix().replace("%module", plan.module)
            # The modules of the tree have the style of the output already.
            found.append(File(name, text, is_formatted=True))
    return found

"""Fill the templates: a plan and the template tree in, the text of every file out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2

from specloom.emit.file import File
from specloom.python.views import Plan, PlannedFile
from specloom.templates import template_root

__all__ = ["File", "render", "template_root"]

HEADER = "Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run."
SUFFIX = ".j2"


def render(plan: Plan, root: Path) -> tuple[File, ...]:
    """Render what is planned, and take over what the template tree holds besides templates.

    A template is given its view as `view`, the `header` of every file, and nothing else.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(root, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # the output is Python; texts were escaped for it when they were planned
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    templates: dict[str, Callable[..., str]] = {}
    rendered = [_render(each, environment, templates) for each in plan.files]
    copied = _copied(plan, root)
    copied += [File(path, text) for path, text in plan.additions.items()]
    return tuple(sorted([*rendered, *copied], key=lambda file: file.path))


def _render(
    file: PlannedFile, environment: jinja2.Environment, templates: dict[str, Callable[..., Any]]
) -> File:
    if file.template not in templates:
        templates[file.template] = environment.get_template(file.template).render
    text = templates[file.template](header=HEADER, view=file.view)
    return File(file.path, text, is_rendered=True)


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

"""Read the settings that name code or commands of the user: `[templates]`, `[hooks]`, `post_hooks`."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from difflib import get_close_matches
from typing import cast

from specloom.keys import digest_of, key_of
from specloom.project.model import Hook, Overrides, PostHook
from specloom.project.tables import Table, Tables, is_name
from specloom.templates import SUFFIX, template_names, template_root

HOOKS = ("before_planning", "before_rendering")


def overrides_table(tables: Tables, table: Table) -> Overrides:
    """Read `[templates]`: files of the user that replace files of the template tree.

    Raises:
        SpecloomError: the folder does not exist, or a file in it replaces nothing.
    """
    tables.known(table, {"folder"}, "templates")
    name = tables.text_of(table, "folder")
    if not name:
        return Overrides()
    folder = tables.folder / name
    if not folder.is_dir():
        tables.refuse("folder", f"templates: the folder {name!r} does not exist")
    known = template_names(template_root())
    files: dict[str, str] = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        if "__pycache__" in path.parts:
            continue
        template = path.relative_to(folder).as_posix()
        if template not in known:
            tables.refuse(
                "folder", f"{name}/{template} does not replace a template{_nearest(template)}"
            )
        files[template] = tables.content_of({"folder": f"{name}/{template}"}, "folder")
    return Overrides(folder.as_posix(), files)


def _nearest(template: str) -> str:
    known = template_names(template_root())
    near = get_close_matches(template, known, n=1)
    if not near:
        same = template.rpartition("/")[2].removesuffix(SUFFIX).partition(".")[0]
        near = [each for each in known if same and same in each][:1]
    return f"; did you mean {near[0]!r}?" if near else ""


def hooks_table(tables: Tables, table: Table) -> dict[str, Hook]:
    """Read `[hooks]`: functions as `module:function`, in modules in the folder of the project file.

    Raises:
        SpecloomError: a value has another form, or the module does not exist.
    """
    tables.known(table, set(HOOKS), "hooks")
    return {key: _hook(tables, key, tables.text_of(table, key, required=True)) for key in table}


def _hook(tables: Tables, key: str, value: str) -> Hook:
    module, _, function = value.partition(":")
    parts = module.split(".")
    if not all(map(is_name, [*parts, function])):
        tables.refuse(key, f"{key} = {value!r} is not a function; write module:function")
    home = tables.folder.joinpath(*parts)
    path = next(
        (each for each in (home.with_suffix(".py"), home / "__init__.py") if each.is_file()), None
    )
    if path is None:
        tables.refuse(key, f"{key}: the module {module!r} does not exist next to the project file")
    sources = [*tables.folder.glob("*.py"), *(tables.folder / parts[0]).rglob("*.py")]
    try:
        digests = [digest_of(each) for each in sorted(sources)]
    except OSError as error:
        tables.refuse(key, f"{key}: the module cannot be read: {error}")
    names = (each.as_posix() for each in sorted(sources))
    return Hook(module, function, path, tables.folder, key_of(*names, *digests))


def methods_table(tables: Tables, table: Table) -> dict[str, str]:
    """Read `[methods]`: handwritten base classes of generated classes, as `.module:Class`.

    Raises:
        SpecloomError: a key is not a class name, or a value has another form.
    """
    methods = tables.names_of({"methods": table}, "methods")
    for key, value in methods.items():
        if not all(map(is_name, key.split("."))):
            tables.refuse(key, f"methods: {key!r} is not a class; write Pet or models.Pet")
        module, _, name = value.partition(":")
        if not module.startswith(".") or not all(map(is_name, [*module[1:].split("."), name])):
            tables.refuse(
                key, f"methods: {value!r} is not a class of the package; write .module:Class"
            )
    return methods


def post_hooks(tables: Tables, table: Table) -> tuple[PostHook, ...]:
    """Read `post_hooks`: commands, each a string, a list of arguments, or a table with the key `shell`.

    Raises:
        SpecloomError: a command has another form, or is empty.
    """
    value = table.get("post_hooks", [])
    if not isinstance(value, list):
        tables.refuse("post_hooks", "post_hooks must be a list of commands")
    return tuple(_post_hooks(tables, cast(list[object], value)))


def _post_hooks(tables: Tables, commands: list[object]) -> Iterator[PostHook]:
    for command in commands:
        if isinstance(command, dict):
            entry = cast(Table, command)
            tables.known(entry, {"shell"}, "package.post_hooks")
            yield PostHook(shell=tables.text_of(entry, "shell", required=True))
            continue
        arguments: list[object] = []
        if isinstance(command, list):
            arguments = cast(list[object], command)
        elif isinstance(command, str):
            try:
                arguments = [*shlex.split(command)]
            except ValueError as error:
                tables.refuse("post_hooks", f"post_hooks: {command!r} cannot be split: {error}")
        if not arguments or not all(isinstance(each, str) for each in arguments):
            tables.refuse(
                "post_hooks",
                f"post_hooks: {command!r} is not a command; write a string, a list of strings, "
                'or { shell = "..." }',
            )
        yield PostHook(arguments=tuple(cast(list[str], arguments)))

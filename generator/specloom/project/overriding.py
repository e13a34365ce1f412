"""Read the settings that name code of the user's: `[templates]` and `[hooks]`."""

from __future__ import annotations

from difflib import get_close_matches

from specloom.keys import digest_of, key_of
from specloom.project.model import Hook, Overrides
from specloom.project.tables import Table, Tables, is_name
from specloom.templates import SUFFIX, template_names, template_root

HOOKS = ("before_planning", "before_rendering")


def overrides_table(tables: Tables, table: Table) -> Overrides:
    """Read `[templates]`: the files of the user's folder, each in place of one of the template tree.

    Raises:
        SpecloomError: there is no such folder, or a file in it replaces none.
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
    """Read `[hooks]`: each a function as `module:function`, in a module beside the project file.

    Raises:
        SpecloomError: a hook is not written so, or there is no such module.
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

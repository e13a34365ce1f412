"""Let generated classes inherit handwritten methods: `[methods]` of the project file.

A class `Pet` with handwritten methods becomes two: `PetBase` has what is generated, and `Pet` inherits the
methods and `PetBase`. For type checkers, the class with the methods extends `PetBase`, so it knows all
attributes. At run time it extends `object`, because its module is imported by that of `PetBase`. The
module `_bases` makes the difference.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NoReturn, TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Severity, SpecloomError
from specloom.naming.words import pascal_case
from specloom.project.model import Project
from specloom.python import code
from specloom.python.code.docstrings import docstring
from specloom.python.code.imports import Imports
from specloom.python.views import (
    BasesView,
    ClassView,
    ClientModuleView,
    ClientView,
    ModelsView,
    PlannedFile,
    ResourceClassView,
    ResourceModuleView,
)

BASES = "_bases"
"""The module with the classes that handwritten classes extend."""

_Class: TypeAlias = ClassView | ResourceClassView | ClientView
AnyClass = TypeVar("AnyClass", ClassView, ResourceClassView, ClientView)


class _Methods(Struct, frozen=True):
    """Handwritten methods of one generated class.

    Attributes:
        key: the key in the project file.
        name: the name of the generated class.
        module: the module of the handwritten class.
        handwritten: the name of the handwritten class.
        path: the file of the generated class.
        base: the name of the class with what is generated.
    """

    key: str
    name: str
    module: str
    handwritten: str
    path: str
    base: str


def with_methods(
    files: Sequence[PlannedFile], project: Project
) -> tuple[list[PlannedFile], list[Diagnostic]]:
    """Return the files with the handwritten methods, and a warning for each class that is not generated.

    Raises:
        SpecloomError: there is no handwritten class, or there are several generated classes with the name.
    """
    if not project.methods:
        return list(files), []
    homes = _homes(files)
    found: list[_Methods] = []
    warnings: list[Diagnostic] = []
    for key, value in project.methods.items():
        module, handwritten = _handwritten(key, value, project)
        within, _, name = key.rpartition(".")
        paths = [each for each in homes.get(name, ()) if _is_in(_module(each), within)]
        if not paths:
            warnings.append(_unused(key, homes, project))
            continue
        if len(paths) > 1:
            _refuse_ambiguous(key, paths, project)
        base = _free(f"{name}Base", next(each.view for each in files if each.path == paths[0]))
        found.append(_Methods(key, name, module, handwritten, paths[0], base))
    by_path: dict[str, list[_Methods]] = {}
    for each in found:
        by_path.setdefault(each.path, []).append(each)
    made = [_extended(each, by_path.get(each.path, ())) for each in files]
    # Methods that need no attributes of the generated class need not extend it.
    if any(BASES in text for text in project.package.additions.values()):
        made.append(_bases(found, project))
    return made, warnings


def base_name(key: str) -> str:
    """Return the name in `_bases` of what a class with handwritten methods extends."""
    within, _, name = key.rpartition(".")
    return f"{pascal_case(within.split('.')) if within else ''}{name}Base"


def _homes(files: Iterable[PlannedFile]) -> Mapping[str, list[str]]:
    """Return the files that define each class."""
    found: dict[str, list[str]] = {}
    for file in files:
        for each in _classes(file.view):
            found.setdefault(each.name, []).append(file.path)
    return found


def _classes(view: object) -> tuple[_Class, ...]:
    if isinstance(view, (ModelsView, ResourceModuleView)):
        return view.classes
    return view.clients if isinstance(view, ClientModuleView) else ()


def _module(path: str) -> str:
    """Return the module of a file, without the package."""
    _, _, inner = path.removesuffix(".py").removesuffix("/__init__").partition("/")
    return inner.replace("/", ".")


def _is_in(module: str, within: str) -> bool:
    """Return whether a module is another one, or a part of it."""
    return not within or module == within or module.startswith(f"{within}.")


def _handwritten(key: str, value: str, project: Project) -> tuple[str, str]:
    """Return the module and the name of a handwritten class, after a check that it exists."""
    module, _, name = value.partition(":")
    path = module.removeprefix(".").replace(".", "/")
    files = project.package.additions
    text = files.get(f"{path}.py", files.get(f"{path}/__init__.py"))
    if text is None:
        _refuse(key, f"the module {path}.py does not exist in the folder of additions", project)
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        _refuse(key, f"{path}.py is not valid Python: {error}", project)
    if not any(isinstance(each, ast.ClassDef) and each.name == name for each in tree.body):
        _refuse(key, f"{path}.py has no class {name}", project)
    return f"{project.package.module}{module}", name


def _free(name: str, view: object) -> str:
    """Return a name that a module does not use yet."""
    taken = {each.name for each in _classes(view)}
    if isinstance(view, ModelsView):
        taken.update(view.names)
    for block in (getattr(view, "imports", None), getattr(view, "typing_imports", None)):
        for group in block.groups if isinstance(block, code.ImportBlock) else ():
            for each in group:
                names = each.names if isinstance(each, code.ImportFrom) else ()
                taken.update(alias or original for original, alias in names)
    while name in taken:
        name += "_"
    return name


def _extended(file: PlannedFile, methods: Iterable[_Methods]) -> PlannedFile:
    for each in methods:
        view = file.view
        local = _free(each.handwritten, view)
        line = code.ImportFrom(
            each.module, ((each.handwritten, "" if local == each.handwritten else local),)
        )
        if isinstance(view, ModelsView):
            classes = tuple(_split(view.classes, each, local, _split_model))
            view = replace(view, imports=_with_line(view.imports, line), classes=classes)
        elif isinstance(view, ResourceModuleView):
            resources = tuple(_split(view.classes, each, local, _split_resource))
            view = replace(view, imports=_with_line(view.imports, line), classes=resources)
        elif isinstance(view, ClientModuleView):
            clients = tuple(_split(view.clients, each, local, _split_client))
            view = replace(view, imports=_with_line(view.imports, line), clients=clients)
        file = replace(file, view=view)
    return file


def _with_line(block: code.ImportBlock, line: code.ImportFrom) -> code.ImportBlock:
    """Add an import of a module of the package, whose imports are the last group."""
    package = line.module.partition(".")[0]
    *groups, last = block.groups or ((),)
    if last and getattr(last[0], "module", "").partition(".")[0] != package:
        groups, last = [*groups, last], ()
    others: list[code.Import | code.ImportFrom] = []
    for each in last:
        if isinstance(each, code.ImportFrom) and each.module == line.module:
            line = replace(line, names=tuple(sorted({*each.names, *line.names})))
        else:
            others.append(each)
    merged = sorted([*others, line], key=lambda each: each.module)
    return code.ImportBlock((*groups, tuple(merged)))


def _split(
    classes: Iterable[AnyClass],
    methods: _Methods,
    local: str,
    split: Callable[[AnyClass, str, code.ClassHead, code.ClassHead], tuple[AnyClass, AnyClass]],
) -> Iterator[AnyClass]:
    """Yield the classes, with two in place of the one that has handwritten methods."""
    for each in classes:
        if each.name != methods.name:
            yield each
            continue
        yield from split(
            each, docstring(f"The generated part of `{each.name}`."), *_heads(each, methods, local)
        )


def _heads(view: _Class, methods: _Methods, local: str) -> tuple[code.ClassHead, code.ClassHead]:
    """Return the heads of the class with what is generated, and of the one that extends it."""
    given = view.head.arguments
    keywords = tuple(each for each in given if isinstance(each, code.Keyword))
    # A model repeats its keywords; the roots of a resource are of the class that is used.
    is_model = isinstance(view, ClassView)
    bases = tuple(each for each in given if is_model or not isinstance(each, code.Keyword))
    extended: tuple[code.Argument, ...] = (code.Name(local), code.Name(methods.base))
    return code.ClassHead(methods.base, bases), code.ClassHead(view.name, (*extended, *keywords))


def _split_model(
    view: ClassView, said: str, base: code.ClassHead, head: code.ClassHead
) -> tuple[ClassView, ClassView]:
    return (
        replace(view, name=base.name, head=base, docstring=said),
        replace(view, head=head, additional=None, fields=()),
    )


def _split_resource(
    view: ResourceClassView, said: str, base: code.ClassHead, head: code.ClassHead
) -> tuple[ResourceClassView, ResourceClassView]:
    local = head.arguments[0]
    assert isinstance(local, code.Name)
    both = docstring(f"The generated methods and those of `{local.text}`.")
    return (
        replace(view, name=base.name, head=base, docstring=said),
        replace(view, head=head, docstring=view.docstring or both, attributes=(), methods=()),
    )


def _split_client(
    view: ClientView, said: str, base: code.ClassHead, head: code.ClassHead
) -> tuple[ClientView, ClientView]:
    return (
        replace(view, name=base.name, head=base, docstring=said),
        replace(view, head=head, init=None, statements=(), attributes=(), open_resources=()),
    )


def _bases(found: Iterable[_Methods], project: Project) -> PlannedFile:
    """Plan the module `_bases`. Classes that are not generated any more are `object` for type checkers as well."""
    package = project.package.module
    module = f"{package}.{BASES}"
    imports = Imports(module)
    by_key = {each.key: each for each in found}
    for each in by_key.values():
        home = each.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        imports.name(home, each.base, alias=base_name(each.key))
    names = [base_name(key) for key in project.methods]
    gone = [base_name(key) for key in project.methods if key not in by_key]
    view = BasesView(
        docstring=docstring(
            "The generated base classes of classes with handwritten methods.",
            "Type checkers see the classes. At run time each is `object`, because generated "
            "modules import the handwritten ones.",
        ),
        typing_imports=imports.block(),
        missing=tuple(code.Assign(name, code.Name("object")) for name in gone),
        names=tuple(code.Assign(name, code.Name("object")) for name in names),
        all_names=code.Assign("__all__", code.constant(sorted(names))),
    )
    return PlannedFile("%module/_bases.py.j2", f"{package}/{BASES}.py", view)


def _unused(key: str, homes: Iterable[str], project: Project) -> Diagnostic:
    nearest = get_close_matches(key.rpartition(".")[2], homes, n=1)
    meant = f"did you mean {nearest[0]!r}? " if nearest else ""
    return Diagnostic(
        "unused-methods",
        f"no class {key!r} is generated, so the methods of {project.methods[key]} are not used",
        f"{meant}correct or remove the line under [methods]; the handwritten module remains in "
        "the package",
        project.setting(key),
        Severity.WARNING,
    )


def _refuse_ambiguous(key: str, paths: Sequence[str], project: Project) -> NoReturn:
    modules = [_module(each) for each in paths]
    name = key.rpartition(".")[2]
    choices = ", ".join(f"{_shortest(each, modules)}.{name}" for each in modules)
    raise SpecloomError.of(
        "ambiguous-class",
        f"there are several classes {key!r}: in {', '.join(paths)}",
        hint=f"write the module before it: {choices}",
        location=project.setting(key),
    )


def _shortest(module: str, others: Iterable[str]) -> str:
    """Return the shortest beginning of a module that none of the others has."""
    parts = module.split(".")
    beginnings = (".".join(parts[:length]) for length in range(1, len(parts) + 1))
    return next(
        (
            each
            for each in beginnings
            if not any(_is_in(other, each) for other in others if other != module)
        ),
        module,
    )


def _refuse(key: str, problem: str, project: Project) -> NoReturn:
    raise SpecloomError.of(
        "no-handwritten-class",
        f"[methods] {key} = {project.methods[key]!r}: {problem}",
        hint="write a class in the folder of [package] additions, as .module:Class",
        location=project.setting(key),
    )

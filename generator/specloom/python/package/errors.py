"""Plan `_errors.py`, with the exceptions that the project file defines for the API."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from specloom.diagnostics import SpecloomError
from specloom.python import code
from specloom.python.code.docstrings import docstring
from specloom.python.code.imports import Imports
from specloom.python.layout.features import EXPORTS
from specloom.python.layout.layout import Layout
from specloom.python.views import ErrorsView, ErrorView

STATUS_ERRORS = (
    "ApiStatusError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "InternalServerError",
    "LockedError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "UnprocessableEntityError",
)
"""The exceptions of the core that represent a response."""


def plan_errors(layout: Layout) -> ErrorsView | None:
    """Plan the module of the API's own exceptions. Return None if it has none.

    Raises:
        SpecloomError: A base is unknown, a name is taken, or classes extend each other.
    """
    classes = layout.project.errors.classes
    if not classes:
        return None
    imports = Imports(layout.errors, defined=classes)
    views: list[ErrorView] = []
    for name in _ordered(layout):
        base = classes[name].base
        if base not in classes:
            imports.name(layout.core("errors"), base)
        text = docstring(classes[name].description or f"A special {base}.")
        views.append(ErrorView(code.ClassHead(name, (code.Name(base),)), text))
    text = docstring(f"The errors that only the API of {layout.project.package.distribution} has.")
    return ErrorsView(docstring=text, imports=imports.block(), classes=tuple(views))


def error_class(layout: Layout, name: str, key: str, imports: Imports) -> code.Name:
    """Return the exception class for a key of `[errors]`, imported into a module.

    Raises:
        SpecloomError: There is no such class.
    """
    classes = layout.project.errors.classes
    if name in classes:
        return imports.imported(layout.errors, name)
    if name in STATUS_ERRORS:
        return imports.imported(layout.core("errors"), name)
    raise _unknown(layout, name, key)


def _ordered(layout: Layout) -> tuple[str, ...]:
    """Return the names of the classes, each after its base."""
    classes = layout.project.errors.classes
    taken = {name for names in EXPORTS.values() for name in names}
    for name, each in classes.items():
        if name in taken:
            raise SpecloomError.of(
                "unknown-error-class",
                f"all packages already have the exception {name!r}",
                hint="use that one, or choose another name",
                location=layout.project.setting(name),
            )
        if each.base not in classes and each.base not in STATUS_ERRORS:
            raise _unknown(layout, each.base, name)
    try:
        order = TopologicalSorter(
            {name: [each.base] for name, each in sorted(classes.items())}
        ).static_order()
        return tuple(name for name in order if name in classes)
    except CycleError as error:
        raise SpecloomError.of(
            "unknown-error-class",
            f"the exceptions {', '.join(sorted(set(error.args[1])))} are subclasses of each other",
            hint=f"use one of {', '.join(STATUS_ERRORS)} as the base class of one of them",
            location=layout.project.setting(error.args[1][0]),
        ) from None


def _unknown(layout: Layout, name: str, key: str) -> SpecloomError:
    known = ", ".join((*STATUS_ERRORS, *layout.project.errors.classes))
    return SpecloomError.of(
        "unknown-error-class",
        f"the exception {name!r} does not exist",
        hint=f"use one of {known}, or define it under [errors.classes]",
        location=layout.project.setting(key),
    )

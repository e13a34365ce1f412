"""Plan `_settings.py`: what the project says of its API's behaviour in, a `SettingsView` out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specloom.diagnostics import SpecloomError
from specloom.python.distribution import CORE_EXPORTS
from specloom.python.docstrings import docstring, literal
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.views import SettingsView


def plan_settings(layout: Layout) -> SettingsView:
    """The module of `SETTINGS`, which all clients hand to the core.

    Raises:
        SpecloomError: an exception is named that the core does not have.
    """
    imports = Imports(layout.settings, defined=["SETTINGS"])
    values = [
        ("retries", _retries(layout, imports)),
        ("errors", _errors(layout, imports)),
    ]
    return SettingsView(
        docstring=docstring(f"What is known of the API of {layout.project.package.distribution}."),
        kind=imports.name(layout.core("settings"), "Settings"),
        values=tuple(f"{key}={value}" for key, value in values if value),
        imports=imports.lines(),
    )


def _retries(layout: Layout, imports: Imports) -> str:
    table = layout.project.retries
    values = [
        ("never", literal(table.never)),
        ("wait", literal(dict(table.wait))),
        ("policy", literal(table.policy)),
        ("lasting", literal(table.lasting)),
    ]
    return _made(layout, imports, ("settings", "RetryRules"), values)


def _errors(layout: Layout, imports: Imports) -> str:
    table = layout.project.errors
    values = [
        ("statuses", _classes(layout, imports, table.statuses)),
        ("categories", _classes(layout, imports, table.categories)),
    ]
    return _made(layout, imports, ("settings", "ErrorRules"), values)


def _classes(layout: Layout, imports: Imports, names: Mapping[int, str] | Mapping[str, str]) -> str:
    known = [name for name in CORE_EXPORTS["errors"] if name.endswith("Error")]
    entries: list[str] = []
    for key, name in names.items():
        if name not in known:
            raise SpecloomError.of(
                "unknown-error-class",
                f"there is no exception {name!r}",
                hint=f"use one of {', '.join(known)}",
                location=layout.project.setting(str(key)),
            )
        entries.append(f"{literal(key)}: {imports.name(layout.core('errors'), name)}")
    return f"{{{', '.join(entries)}}}"


def _made(
    layout: Layout, imports: Imports, kind: tuple[str, str], values: Iterable[tuple[str, str]]
) -> str:
    """The call that makes a value of the core, without what is empty; nothing where all is."""
    given = [f"{key}={value}" for key, value in values if value not in ("()", "{}", '""', "''")]
    module, name = kind
    return f"{imports.name(layout.core(module), name)}({', '.join(given)})" if given else ""
